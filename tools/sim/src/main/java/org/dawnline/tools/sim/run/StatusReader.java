package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.WorldState;
import org.jspecify.annotations.Nullable;

/** Reads how a flight stands from the world and from the flight software's channels. */
final class StatusReader {
    private final WorldState world;
    private final @Nullable Channel mode;
    private final @Nullable Channel link;
    private final @Nullable Channel powerGrant;
    private final @Nullable Channel heatGrant;

    StatusReader(WorldState world, Dictionary dictionary) {
        this.world = world;
        mode = Columns.find(dictionary, Columns.MODE);
        link = Columns.find(dictionary, Columns.LINK);
        powerGrant = Columns.find(dictionary, Columns.POWER_GRANT);
        heatGrant = Columns.find(dictionary, Columns.HEAT_GRANT);
    }

    FlightStatus read(double expectedS, int completeOrbits, boolean linkConnected, long slips) {
        return new FlightStatus(
                world.timeS(),
                expectedS,
                world.utcNanos(),
                completeOrbits,
                state(mode),
                world.illuminationRatio(),
                world.socRatio(),
                world.arrayPowerW(),
                world.batteryPowerW(),
                world.busLoadW(),
                world.rackPowerW(),
                number(powerGrant),
                number(heatGrant),
                world.hottestGpuTempK(),
                world.supplyTempK(),
                world.outletTempK(),
                world.radiatorTempK(),
                state(link),
                linkConnected,
                slips);
    }

    private static double number(@Nullable Channel channel) {
        return channel == null ? Double.NaN : channel.value();
    }

    private static String state(@Nullable Channel channel) {
        if (channel == null || !channel.valid()) {
            return "";
        }
        List<String> states = channel.states();
        int number = (int) channel.value();
        return number >= 0 && number < states.size() ? states.get(number) : "";
    }
}
