package org.dawnline.tools.ground;

import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.tools.testkit.FakeHal;

/** A dictionary with a lamp in it. */
final class SmallDictionary {
    private static final long PERIOD_NANOS = 100_000_000L;

    private SmallDictionary() {}

    static Dictionary onBoard() {
        FakeHal hal = new FakeHal();
        Registrar registrar = new Registrar();
        ModeManager modes = new ModeManager(registrar.component("mode"));
        CommandDispatcher dispatcher = new CommandDispatcher(registrar.component("commands"), hal.clock(), modes);
        Face lamp = registrar.component("lamp");
        lamp.enumeration("colour", List.of("RED", "GREEN"));
        lamp.stateChannel("shown", List.of("OFF", "ON"), "what it shows | or not");
        lamp.command(
                "SET",
                "Sets the lamp.",
                arguments -> Outcome.COMPLETED,
                Argument.real("level", Unit.RATIO, 0, 1, "how bright"),
                Argument.whole("times", 1, 9, "how often"),
                Argument.choice("colour", "colour", "which colour"));
        return new Executive(
                        new ExecutiveSettings(PERIOD_NANOS, "only"),
                        hal,
                        registrar,
                        dispatcher,
                        modes,
                        List.of(new RateGroup("only", 1, 0, PERIOD_NANOS, List.of())))
                .dictionary();
    }

    static GroundDictionary onGround() {
        return new GroundDictionary(WireDictionary.of(onBoard()));
    }

    static Map<String, String> arguments(String level, String times, String colour) {
        return Map.of("level", level, "times", times, "colour", colour);
    }
}
