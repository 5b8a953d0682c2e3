package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;
import org.dawnline.sim.compute.JobBoard;
import org.dawnline.tools.sim.scenario.GpuTruth;
import org.dawnline.tools.sim.scenario.JobTruth;
import org.dawnline.tools.sim.scenario.Truth;

/** Finds what criteria speak of: channels and events of the flight software that flies at the moment, and truths. */
final class Subjects {
    private final SimWorld simulated;
    private final WorldState world;
    private final List<FlownChannel> channels = new ArrayList<>();
    private Dictionary dictionary;

    Subjects(SimWorld simulated, Dictionary dictionary) {
        this.simulated = simulated;
        this.world = simulated.state();
        this.dictionary = dictionary;
    }

    /** A channel by its place, whichever process of the flight software it belongs to. */
    static final class FlownChannel implements DoubleSupplier {
        private final int frame;
        private final int position;
        private Channel channel;

        private FlownChannel(int frame, int position, Channel channel) {
            this.frame = frame;
            this.position = position;
            this.channel = channel;
        }

        @Override
        public double getAsDouble() {
            return channel.value();
        }

        int frame() {
            return frame;
        }

        Channel channel() {
            return channel;
        }
    }

    /** Another process of the same software flies from now on. */
    void use(Dictionary newDictionary) {
        dictionary = newDictionary;
        for (FlownChannel flown : channels) {
            flown.channel = newDictionary.frames().get(flown.frame).channels().get(flown.position);
        }
    }

    /** The channel of that name, which there must be. */
    FlownChannel channel(String name) {
        for (int frame = 0; frame < dictionary.frames().size(); frame++) {
            List<Channel> inFrame = dictionary.frames().get(frame).channels();
            for (int i = 0; i < inFrame.size(); i++) {
                if (inFrame.get(i).name().equals(name)) {
                    FlownChannel found = new FlownChannel(frame, i, inFrame.get(i));
                    channels.add(found);
                    return found;
                }
            }
        }
        throw new IllegalStateException("no channel " + name);
    }

    /** The truth of that full name. */
    DoubleSupplier truth(String name) {
        JobTruth ofJob = JobTruth.of(name).orElse(null);
        if (ofJob != null) {
            return new JobSource(ofJob, simulated);
        }
        GpuTruth ofGpu = GpuTruth.of(name).orElse(null);
        if (ofGpu != null) {
            return () -> ofGpu.read(world);
        }
        Truth truth = Truth.named(name).orElseThrow(() -> new IllegalStateException("no truth " + name));
        return () -> truth.read(world);
    }

    /** Unit of the truth of that full name. */
    static String truthUnit(String name) {
        return Truth.named(name)
                .map(Truth::unit)
                .or(() -> JobTruth.of(name).map(job -> job.figure().unit()))
                .or(() -> GpuTruth.of(name).map(gpu -> gpu.figure().unit()))
                .orElse("");
    }

    /** A figure of a job, whose slot is known only when it has arrived. */
    private static final class JobSource implements DoubleSupplier {
        private static final int NONE = -1;

        private final JobTruth truth;
        private final SimWorld simulated;
        private final WorldState world;
        private int slot = NONE;

        JobSource(JobTruth truth, SimWorld simulated) {
            this.truth = truth;
            this.simulated = simulated;
            this.world = simulated.state();
        }

        @Override
        public double getAsDouble() {
            if (slot == NONE || !world.jobName(slot).equals(truth.job())) {
                slot = find();
            }
            return truth.read(simulated, slot);
        }

        private int find() {
            for (int i = 0; i < JobBoard.SLOTS; i++) {
                if (world.jobName(i).equals(truth.job())) {
                    return i;
                }
            }
            return NONE;
        }
    }
}
