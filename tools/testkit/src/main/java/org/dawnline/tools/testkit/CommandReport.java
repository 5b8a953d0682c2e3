package org.dawnline.tools.testkit;

import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;

/**
 * A verification report.
 *
 * @param counter counter of the telecommand
 * @param stage stage that it reached
 * @param reason why it was rejected or failed
 * @param argument position of the argument to blame, or -1
 */
public record CommandReport(long counter, Stage stage, Reason reason, int argument) {}
