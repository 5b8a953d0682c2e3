package org.dawnline.tools.sim.run;

/** Where in its work a process is killed. */
enum KillPoint {
    /** Between two cycles. */
    SLEEP,
    /** When a cycle begins, before the inputs are latched. */
    SENSE,
    /** Between two members, with half of the cycle's requests made. */
    BETWEEN_MEMBERS,
    /** After all have decided, before the requests leave. */
    ACT,
    /** Before something is made durable, such as the counter of a telecommand or a parameter. */
    BEFORE_WRITE,
    /** After something was made durable and before anybody knows: the telecommand was not executed, the answer was not sent. */
    AFTER_WRITE
}
