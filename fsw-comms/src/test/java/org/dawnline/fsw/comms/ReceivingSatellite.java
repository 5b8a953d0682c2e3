package org.dawnline.fsw.comms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.tools.testkit.FakeClock;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;
import org.dawnline.tools.testkit.FlightLog;

/** A satellite that can do nothing but receive telecommands; {@code lamp.SET} takes a level and a colour. */
final class ReceivingSatellite {
    static final int TEXT_BYTES = 3000;
    private static final long PERIOD_NANOS = 100_000_000L;

    final FakeHal hal;
    final TelecommandReceiver receiver;
    final List<String> verdicts = new ArrayList<>();
    final FlightLog log = new FlightLog();
    final CommandDispatcher dispatcher;
    int lampsSet;
    String shown = "";
    private final Executive executive;

    ReceivingSatellite(KeyRing keys) {
        this(keys, new FakeStorage());
    }

    ReceivingSatellite(KeyRing keys, FakeStorage storage) {
        this(keys, storage, new GuardedMemory());
    }

    ReceivingSatellite(KeyRing keys, FakeStorage storage, GuardedMemory memory) {
        hal = new FakeHal(new FakeHal().compute, storage);
        Registrar registrar = new Registrar();
        ModeManager modes = new ModeManager(registrar.component("mode"));
        dispatcher = new CommandDispatcher(registrar.component("commands"), hal.clock(), modes);
        receiver = new TelecommandReceiver(
                GroundSide.SATELLITE,
                keys,
                memory,
                new DurableCommandJournal(storage, new MemoryArchive(), memory),
                hal.clock(),
                dispatcher.mailbox());
        Face lamp = registrar.component("lamp");
        lamp.enumeration("colour", List.of("RED", "GREEN"));
        lamp.command(
                "SET",
                "Sets the lamp.",
                arguments -> {
                    lampsSet++;
                    return Outcome.COMPLETED;
                },
                Argument.real("level", Unit.RATIO, 0, 1, "how bright"),
                Argument.choice("colour", "colour", "which colour"));
        lamp.request("SHOW", "Shows a text.", CommandTerms.always().withData(TEXT_BYTES), (arguments, request) -> {
            shown = new String(request.data(), 0, request.dataLength(), StandardCharsets.UTF_8);
            return Outcome.COMPLETED;
        });
        executive = new Executive(
                new ExecutiveSettings(PERIOD_NANOS, "only"),
                hal,
                registrar,
                dispatcher,
                modes,
                List.of(new RateGroup("only", 1, 0, PERIOD_NANOS, List.of())));
        executive.attach(log);
        receiver.begin(executive.dictionary(), this::note);
    }

    private void note(int keyId, long counter, Stage stage, Reason reason, boolean proved) {
        verdicts.add(counter + " " + stage + " " + reason + (proved ? "" : " unproved"));
    }

    FakeClock clock() {
        return hal.clock;
    }

    /** Lets the executive run until the mailbox has been looked into. */
    void cycle() {
        executive.runUntil(hal.clock.nanos() + PERIOD_NANOS + 1);
    }
}
