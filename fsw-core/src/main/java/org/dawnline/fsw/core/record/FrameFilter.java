package org.dawnline.fsw.core.record;

import java.util.List;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;

/** Takes of each frame N out of X, as two parameters say: the first N of every X that come. */
final class FrameFilter {
    private static final double[] DEFAULT_X = {100, 10, 1};

    private final Parameter[] n;
    private final Parameter[] x;
    private final long[] seen;

    FrameFilter(Face face, List<String> frames, double mostX) {
        int count = frames.size();
        n = new Parameter[count];
        x = new Parameter[count];
        seen = new long[count];
        for (int i = 0; i < count; i++) {
            String frame = frames.get(i);
            double every = DEFAULT_X[Math.min(i, DEFAULT_X.length - 1)];
            n[i] = face.parameter(
                    frame + ".n", Unit.COUNT, 1, 0, mostX, "frames of " + frame + " that are stored out of each x");
            x[i] = face.parameter(
                    frame + ".x", Unit.COUNT, every, 1, mostX, "frames of " + frame + " out of which n are stored");
        }
    }

    /** Whether this one is stored; each frame is asked about once. */
    boolean takes(int frame) {
        if (frame >= seen.length) {
            return false;
        }
        long place = seen[frame]++ % (long) x[frame].value();
        return place < (long) n[frame].value();
    }
}
