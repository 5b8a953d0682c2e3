package org.dawnline.sim;

import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.hal.LinkHal;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.sim.radiation.Upset;

/**
 * The truth about the world, for metrics, plots and tests; flight software never sees it. Every getter answers for the end of the
 * last step. Energies count from the start of the world.
 */
public interface WorldState {
    /** Mission time, in s since the start of the world. */
    double timeS();

    /** True UTC, in nanoseconds since 1970-01-01T00:00:00Z; a clock fault does not change it. */
    long utcNanos();

    // Orbit and Sun

    /** Part of the Sun's disc that is not hidden by the Earth, 0..1. */
    double illuminationRatio();

    /** Whether the whole disc is hidden. */
    boolean inUmbra();

    /** Whether the satellite is over the South Atlantic Anomaly. */
    boolean inSaa();

    /** Earth's infrared on a plate that faces the Earth, in W/m². */
    double earthIrWPerM2();

    /** Sunlight reflected by the Earth on a plate that faces it, in W/m². */
    double albedoWPerM2();

    /** Angle between the Sun and the plane of the orbit, in rad; positive on the side of the angular momentum. */
    double betaRad();

    /** Distance from the Earth to the Sun, in m. */
    double sunDistanceM();

    /** Solar flux outside the shadow, in W/m². */
    double solarFluxWPerM2();

    /** Position in EME2000, in m; axis 0, 1, 2 is x, y, z. */
    double positionM(int axis);

    /** Velocity in EME2000, in m/s. */
    double velocityMPerS(int axis);

    /** How many orbit events of a kind have happened. */
    int eventCount(OrbitEvent event);

    /** Mission time of the {@code nth} event of a kind, from 1, in s; NaN when it has not happened yet. */
    double eventTimeS(OrbitEvent event, int nth);

    // Electrical power

    /** What the array could deliver, in W. */
    double arrayCapabilityW();

    /** What the array delivers, in W. */
    double arrayPowerW();

    /** Battery power at the bus terminals, in W; positive while it discharges. */
    double batteryPowerW();

    /** Power that the bus delivers, in W: array plus battery, exactly. */
    double busLoadW();

    /** What was asked of the bus beyond that, in W. */
    double shortageW();

    /** Temperature of an array wing, in K. */
    double arrayTempK(int wing);

    /** Angle of an array wing to the Sun about its drive's axis, in rad. */
    double arrayOffsetRad(int wing);

    /** Voltage of the main bus, in V. */
    double busVoltageV();

    /** How often the bus was so short of power that it dropped loads. */
    int brownOutCount();

    /** Whether the switch of a load is closed. */
    boolean loadOn(int load);

    /** Depth of all cycles of a battery string, added: its equivalent full cycles. */
    double stringFullCycles(int string);

    /** Capacity of a battery string over the profile's. */
    double stringCapacityRatio(int string);

    /** State of charge of the connected strings, 0..1; NaN when none is connected. */
    double socRatio();

    /** State of charge of one string, 0..1. */
    double stringSocRatio(int string);

    /** Whether a string is connected. */
    boolean stringConnected(int string);

    /** Whether the battery's protection is open. */
    boolean batteryTripped();

    /** Battery temperature, in K. */
    double batteryTempK();

    // Heat

    /** Hottest die, in K. */
    double hottestGpuTempK();

    /** One die, in K. */
    double gpuTempK(int gpu);

    /** Mean coolant temperature in the rack, Tc, in K. */
    double coolantTempK();

    /** Coolant supplied to the rack, the mixed return, in K. */
    double supplyTempK();

    /** Coolant leaving the rack, in K. */
    double outletTempK();

    /** Coldest connected wing (coldest of all when none is connected), in K. */
    double radiatorTempK();

    /** One wing, in K. */
    double wingTempK(int wing);

    /** Flow ratio, 0..1. */
    double flowRatio();

    /** Bypass valve position, 0..1. */
    double bypassRatio();

    /** Planform of the connected wings as much of it is left, in m². */
    double radiatorAreaM2();

    /** Heat radiated by all connected wings, net of what they absorb, in W. */
    double radiatedW();

    /** Part of the coolant that has not leaked. */
    double coolantChargeRatio();

    /** Part of a wing's coolant that is frozen. */
    double wingFrozenRatio(int wing);

    /** Heat that dies, rack, bus, heaters and loads brought into what is modelled since the start, in J. */
    double heatSuppliedJ();

    /** Net heat that all panels gave to space since the start, in J. */
    double heatRadiatedJ();

    /** Heat that leaked out with coolant since the start, in J. */
    double heatLeakedJ();

    /** Heat stored above 0 K, in J. */
    double heatStoredJ();

    // Compute

    /** Power at the rack's input, in W. */
    double rackPowerW();

    /** Fastest rise of the rack's power so far over one second, in W/s. */
    double maxRackRampWPerS();

    /** Power of one GPU, in W. */
    double gpuPowerW(int gpu);

    /** State of one GPU. */
    GpuState gpuState(int gpu);

    /** Slot of the job that holds a GPU; -1 for none. */
    int gpuJob(int gpu);

    /** Whether a GPU slows itself down because of its temperature. */
    boolean gpuThermalSlowdown(int gpu);

    /** How often any GPU has begun to slow itself down. */
    int slowdownCount();

    /** How many jobs run on at least one GPU; while it is not 0, the rack's power counts as compute. */
    int jobsRunning();

    /** State of the job in a slot. */
    JobState jobState(int slot);

    /** Name of the job in a slot; empty when there is none. */
    String jobName(int slot);

    /** GPUs that the job in a slot runs on. */
    int jobGpusRunning(int slot);

    /** Work done by the job in a slot and not lost, in GPU-s at full rate. */
    double jobWorkGpuS(int slot);

    /** Whether a GPU is awake, can be reached and needs no reset. */
    boolean gpuUsable(int gpu);

    /** What the rack's input reaches within the step, in W, with transients shorter than the step. */
    double rackPeakPowerW();

    /** The highest {@link #rackPeakPowerW()} so far, in W. */
    double maxRackPeakPowerW();

    /** Error events of all GPUs so far. */
    long xidCount();

    /** How often jobs have died. */
    long jobDeaths();

    /** Work lost back to checkpoints or thrown away, in GPU-s at full rate. */
    double workLostGpuS();

    /** Checkpoints written, one for each GPU's part. */
    long checkpointsWritten();

    /** Parts of checkpoints that found no room in the store. */
    long checkpointsRefused();

    /** Bytes of checkpoints written. */
    double checkpointBytesWritten();

    /** Silent corruptions so far. */
    long corruptionsPlanted();

    /** Silent corruptions in results that flight software had thrown away. */
    long corruptionsCaught();

    /** Silent corruptions that are in results or on their way there: neither caught nor lost with their work. */
    long corruptionsUndetected();

    // Links

    /** State of a terminal. */
    LinkHal.State linkState(int terminal);

    /** Data rate of a terminal, in bit/s; 0 without a carrier. */
    double linkRateBitsPerS(int terminal);

    /** Distance from a terminal to its other end, in m; NaN without a carrier. */
    double linkRangeM(int terminal);

    /** Received power over what the present rate needs, in dB; NaN without a carrier. */
    double linkMarginDb(int terminal);

    /** Whether clouds are over an optical site, by its place in the sorted list of the profile. */
    boolean siteCloudy(int site);

    /** Highest elevation of the satellite over any ground station, in rad. */
    double bestElevationRad();

    // Radiation

    /** How many upsets of a kind there were, whether they hit anything or not. */
    int upsets(Upset upset);

    /** How many upsets of a kind hit something. */
    int upsetsThatHit(Upset upset);

    /** By how much a proton event multiplies the mean rates now; 1 without one. */
    double stormFactor();

    // Energies and work since the start

    /** Energy delivered by the array, in J. */
    double arrayEnergyJ();

    /** Energy that went into the battery at its terminals, in J. */
    double batteryInJ();

    /** Energy that came out of the battery at its terminals, in J. */
    double batteryOutJ();

    /** Heat that the battery's cells set free, in J, with what vanished with lost capacity. */
    double batteryLossJ();

    /** Energy in all battery strings now, in J: what their cells could set free as electricity and heat. */
    double batteryStoredJ();

    /** Energy that the bus delivered, in J. */
    double busEnergyJ();

    /** Rack input while at least one job ran, in J. */
    double computeEnergyJ();

    /** Rack input while no job ran, in J. */
    double idleEnergyJ();

    /** Work done by all jobs and not lost, in GPU-s at full rate. */
    double workDoneGpuS();
}
