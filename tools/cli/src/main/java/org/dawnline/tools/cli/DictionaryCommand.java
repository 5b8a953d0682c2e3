package org.dawnline.tools.cli;

import java.util.concurrent.Callable;
import org.dawnline.app.Spacecraft;
import org.dawnline.app.SpacecraftOptions;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldOptions;
import org.dawnline.tools.ground.DictionaryJson;
import org.dawnline.tools.ground.DictionaryXtce;
import org.dawnline.tools.ground.IcdPage;
import org.dawnline.tools.ground.LoopbackWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the interface between space and ground; needs no running satellite. */
@Command(
        name = "dictionary",
        description =
                "Write all channels, telecommands, events and parameters: the interface between space and ground.",
        footer = {
            "",
            "Examples:",
            "  ./dawnline dictionary --format md > icd.md",
            "  ./dawnline dictionary --format json | jq '.telecommands[].name'",
            "  ./dawnline dictionary --format xtce > ai1.xml"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class DictionaryCommand implements Callable<Integer> {
    /** How it is written. */
    enum Format {
        /** For scripts. */
        JSON,
        /** For people: the interface control document. */
        MD,
        /** For other ground systems: XTCE 1.2. */
        XTCE
    }

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--vehicle",
            paramLabel = "NAME|FILE",
            defaultValue = "ai1",
            description = "Vehicle (default: ${DEFAULT-VALUE}).")
    private String vehicle = "ai1";

    @Option(
            names = "--format",
            paramLabel = "json|md|xtce",
            defaultValue = "md",
            description = "Format (default: ${DEFAULT-VALUE}).")
    private Format format = Format.MD;

    DictionaryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProjectFolder project = common.project();
        VehicleProfile profile = VehicleFile.read(project.vehicle(vehicle));
        org.dawnline.fsw.comms.proto.Dictionary dictionary = WireDictionary.of(declaredBy(profile));
        String text = switch (common.json() ? Format.JSON : format) {
            case JSON -> DictionaryJson.of(dictionary);
            case MD -> IcdPage.of(dictionary);
            case XTCE -> DictionaryXtce.of(dictionary, profile.name());
        };
        terminal.line(text.stripTrailing());
        return Dawnline.FINE;
    }

    // Over a simulated satellite that does not move: how many GPUs and terminals there are is part of the interface.
    private static Dictionary declaredBy(VehicleProfile profile) {
        return new Spacecraft(
                        new SimWorld(profile, WorldOptions.defaults()).hal(),
                        profile,
                        new LoopbackWire(),
                        new InlineWorker(),
                        SpacecraftOptions.of(profile.name(), KeyRing.parse("")))
                .executive()
                .dictionary();
    }
}
