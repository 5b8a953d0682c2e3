package org.dawnline.fsw.core.sequence;

import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.SequenceStarter;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;

/** The telecommands of the sequencer. */
final class SequenceCommands {
    private SequenceCommands() {}

    static void declare(Face face, Sequencer sequencer) {
        SequenceStarter starter = sequencer;
        Argument slot = Argument.whole("slot", 0, Sequencer.SLOTS - 1L, "number of the slot");
        Argument group = Argument.whole("group", 0, Sequence.MAX_GROUP, "number of the group");
        face.command(
                "START",
                "Starts a sequence from its first step.",
                arguments -> done(starter.start((int) arguments[0], Origin.GROUND)),
                slot);
        face.command(
                "STOP",
                "Stops a sequence.",
                CommandTerms.always().urgently(),
                arguments -> done(sequencer.stop((int) arguments[0])),
                slot);
        face.command(
                "HOLD",
                "Lets a sequence stand still, and its times with it.",
                arguments -> done(sequencer.hold((int) arguments[0])),
                slot);
        face.command(
                "RESUME",
                "Lets a sequence that is held go on.",
                arguments -> done(sequencer.resume((int) arguments[0])),
                slot);
        face.command(
                "START_GROUP",
                "Starts all sequences of a group that are ready.",
                arguments -> done(sequencer.startGroup((int) arguments[0])),
                group);
        face.command(
                "STOP_GROUP",
                "Stops all sequences of a group.",
                CommandTerms.always().urgently(),
                arguments -> done(sequencer.stopGroup((int) arguments[0])),
                group);
        face.command("STOP_ALL", "Stops all sequences.", CommandTerms.always().urgently(), arguments -> {
            sequencer.stopAll();
            return Outcome.COMPLETED;
        });
        face.onResetCounters(sequencer::resetCounters);
    }

    private static Outcome done(boolean yes) {
        return yes ? Outcome.COMPLETED : Outcome.FAILED_STATE;
    }
}
