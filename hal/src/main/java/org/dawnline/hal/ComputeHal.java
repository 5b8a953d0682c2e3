package org.dawnline.hal;

/**
 * A rack of GPUs in trays, and the slots in which jobs wait or run. GPU {@code g} sits in tray {@code g / gpusPerTray()}. A
 * vehicle without accelerators has zero GPUs.
 */
public interface ComputeHal {
    /** What a GPU is doing. */
    enum GpuState {
        /** Nothing could be learned about it. */
        UNKNOWN,
        /** Its tray has no power. */
        OFF,
        /** Its tray is starting, or itself after a reset. */
        BOOTING,
        /** Powered, at its lowest draw. */
        ASLEEP,
        /** On its way from asleep to awake. */
        WAKING,
        /** Ready to compute. */
        AWAKE,
        /** Shut down by its own over-temperature protection. */
        TRIPPED
    }

    /** What a job slot holds. */
    enum JobState {
        /** Nothing. */
        EMPTY,
        /** A job that has work to do and no GPU. */
        WAITING,
        /** A job that runs on at least one GPU. */
        RUNNING,
        /** A job that has done all its work. */
        DONE
    }

    /** Number of GPUs. */
    int gpuCount();

    /** GPUs in each tray. */
    int gpusPerTray();

    /** Stable name of a GPU, such as its UUID. */
    String gpuName(int gpu);

    /** State of a GPU. */
    GpuState gpuState(int gpu);

    /** Die temperature, in K. */
    double gpuTempK(int gpu);

    /** Memory temperature, in K. */
    double gpuMemoryTempK(int gpu);

    /** Power drawn by a GPU, in W. */
    double gpuPowerW(int gpu);

    /** Power limit in force, in W. */
    double gpuPowerLimitW(int gpu);

    /** Whether the GPU slows itself down because of its temperature. */
    boolean gpuThermalSlowdown(int gpu);

    /** Age of a GPU's readings at the latch, in seconds; NaN when there never was one. */
    double gpuReadingAgeS(int gpu);

    /** Power at the rack's input, in W: GPUs, hosts, switches and fans. */
    double rackPowerW();

    /** Age of that reading at the latch, in s; NaN when there never was one. */
    double rackPowerAgeS();

    /** Asks for a power limit, in W. Below the limit's floor the device locks its clocks to stay under the value. */
    void requestGpuPowerLimitW(int gpu, double limitW);

    /** Asks a GPU to sleep or to wake. */
    void requestGpuSleep(int gpu, boolean asleep);

    /** Asks for a tray's power. */
    void requestTrayPower(int tray, boolean on);

    /** Gives a GPU to the job in a slot, or to none with -1. The job loses what it did since its last checkpoint on that GPU. */
    void requestGpuJob(int gpu, int slot);

    /** Clocks, errors and resets of the GPUs. */
    GpuHealthHal health();

    /** Checkpoints and results of the jobs. */
    JobHal jobs();

    /** Number of job slots. */
    int jobSlotCount();

    /** State of the job in a slot. */
    JobState jobState(int slot);

    /** Name of the job in a slot; empty when there is none. */
    String jobName(int slot);

    /** Priority of the job in a slot; the highest number is served first. */
    int jobPriority(int slot);

    /** GPUs that the job in a slot can use. */
    int jobGpusWanted(int slot);

    /** Power that the job in a slot would draw on each of its GPUs if nothing limited it, in W. */
    double jobGpuDemandW(int slot);

    /** Work done by the job in a slot, in GPU-seconds at full rate. */
    double jobWorkGpuS(int slot);
}
