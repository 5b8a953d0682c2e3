/** Telecommands on board: mailbox, checks, dispatch, time tags and verification reports. */
@NullMarked
package org.dawnline.fsw.core.command;

import org.jspecify.annotations.NullMarked;
