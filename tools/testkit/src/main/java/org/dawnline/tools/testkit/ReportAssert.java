package org.dawnline.tools.testkit;

import org.assertj.core.api.AbstractAssert;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;

/** What can be said of the last report of a telecommand. */
public final class ReportAssert extends AbstractAssert<ReportAssert, CommandReport> {
    ReportAssert(CommandReport report) {
        super(report, ReportAssert.class);
    }

    /** It was done. */
    public ReportAssert isCompleted() {
        return is(Stage.COMPLETED, Reason.NONE);
    }

    /** A check failed, and nothing was done. */
    public ReportAssert isRejectedFor(Reason reason) {
        return is(Stage.REJECTED, reason);
    }

    /** It was begun but not done. */
    public ReportAssert isFailedFor(Reason reason) {
        return is(Stage.FAILED, reason);
    }

    private ReportAssert is(Stage stage, Reason reason) {
        isNotNull();
        if (actual.stage() != stage || actual.reason() != reason) {
            failWithMessage(
                    "expected telecommand #%d to be %s (%s), but it was %s (%s)",
                    actual.counter(), stage, reason, actual.stage(), actual.reason());
        }
        return this;
    }
}
