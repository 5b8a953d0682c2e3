package org.dawnline.fsw.core.sense;

import java.util.Arrays;

/**
 * Sensors of one thing, made into one value. Each is judged by itself (number, range, age, repetition) and against the others; where
 * they are too few to outvote one, what a model expects decides. One wild reading neither moves the value nor makes a sensor
 * suspect: doubt has to last. A suspect sensor has no vote until it has been right for long.
 *
 * <p>In every step: {@link #take} for each sensor that is there, then {@link #judge}. Allocates nothing.
 */
public final class SensorGroup {
    /** Wrong readings are forgiven so many times slower than they are counted. */
    private static final double FORGIVENESS = 40;
    /** So many equal readings in a row are no chance where readings are noisy. */
    private static final int REPEATS = 30;
    /** Others have to move so often meanwhile, or the model by this part of the tolerance. */
    private static final int MOVES = 15;

    private static final double MODEL_MOVE_RATIO = 0.5;
    /** To be believed again, a sensor must be closer than when it was doubted. */
    private static final double BACK_RATIO = 0.7;

    private static final int MOST_DOUBLINGS = 6;
    private static final double AGE_NOISE_S = 1e-3;

    private final SensorRules rules;
    private final Vote vote;
    private final double[] reading;
    private final double[] ageS;
    private final boolean[] present;
    private final int[] repeats;
    private final int[] movesBefore;
    private final double[] expectedBefore;
    private final double[] wrongS;
    private final double[] wrongRunS;
    private final double[] rightRunS;
    private final int[] relapses;
    private final Doubt[] finding;
    private final Doubt[] doubt;
    private int moves;
    private double expected = Double.NaN;
    private double value = Double.NaN;
    private boolean sensed;
    private boolean othersSpeak;

    /** {@code count} sensors, all believed until they are wrong. */
    public SensorGroup(int count, SensorRules rules) {
        this.rules = rules;
        vote = new Vote(Math.max(1, count));
        reading = new double[count];
        ageS = new double[count];
        present = new boolean[count];
        repeats = new int[count];
        movesBefore = new int[count];
        expectedBefore = new double[count];
        wrongS = new double[count];
        wrongRunS = new double[count];
        rightRunS = new double[count];
        relapses = new int[count];
        finding = new Doubt[count];
        doubt = new Doubt[count];
        for (int i = 0; i < count; i++) {
            reading[i] = Double.NaN;
            ageS[i] = Double.POSITIVE_INFINITY;
            finding[i] = Doubt.NONE;
            doubt[i] = Doubt.NONE;
        }
    }

    /** Number of sensors. */
    public int count() {
        return reading.length;
    }

    /** Takes a reading and its age in s. A sensor that is not taken in a step is not there: it is not judged. */
    public void take(int sensor, double newReading, double newAgeS) {
        boolean fresh = !(newAgeS > ageS[sensor] + AGE_NOISE_S);
        if (newReading != reading[sensor] || newReading == 0) { // an instrument at zero may be without noise
            moves += fresh && Double.isFinite(newReading) ? 1 : 0;
            repeats[sensor] = 0;
            movesBefore[sensor] = moves;
            expectedBefore[sensor] = expected;
        } else if (fresh) {
            repeats[sensor]++;
        }
        reading[sensor] = newReading;
        ageS[sensor] = newAgeS;
        present[sensor] = true;
    }

    /** Judges what was taken, without a model. */
    public void judge(double stepS) {
        judge(Double.NaN, stepS);
    }

    /** Judges what was taken; {@code byModel} is what the value should be by all else that is known, NaN when nothing is. */
    public void judge(double byModel, double stepS) {
        expected = byModel;
        for (int i = 0; i < reading.length; i++) {
            finding[i] = present[i] ? alone(i) : Doubt.NONE;
        }
        double reference = reference();
        for (int i = 0; i < reading.length; i++) {
            if (present[i]) {
                boolean far = Math.abs(reading[i] - reference) > allowed(i, reference);
                finding[i] = finding[i] == Doubt.NONE && far ? Doubt.DISAGREES : finding[i];
                remember(i, stepS);
            }
        }
        value = Double.isNaN(reference) ? plausible() : reference; // all in the middle where nobody can tell
        sensed = spokenFor();
        Arrays.fill(present, false);
    }

    private boolean spokenFor() {
        for (int i = 0; i < reading.length; i++) {
            if (present[i] && finding[i] == Doubt.NONE) {
                return true;
            }
        }
        return false;
    }

    private Doubt alone(int i) {
        if (!Double.isFinite(reading[i])) {
            return Doubt.NOT_A_NUMBER;
        }
        if (!(ageS[i] <= rules.maxAgeS())) {
            return Doubt.STALE;
        }
        if (reading[i] < rules.lowest() || reading[i] > rules.highest()) {
            return Doubt.OUT_OF_RANGE;
        }
        return frozen(i) ? Doubt.FROZEN : Doubt.NONE;
    }

    private boolean frozen(int i) {
        if (!rules.noisy() || repeats[i] < REPEATS) {
            return false;
        }
        if (Double.isNaN(expectedBefore[i])) {
            expectedBefore[i] = expected;
        }
        boolean modelMoved = Math.abs(expected - expectedBefore[i]) > rules.apart(expected) * MODEL_MOVE_RATIO;
        return moves - movesBefore[i] >= MOVES || modelMoved || finding[i] == Doubt.FROZEN;
    }

    private double allowed(int i, double reference) {
        double apart = rules.apart(reference);
        return doubt[i] == Doubt.NONE ? apart : apart * BACK_RATIO;
    }

    // What the others are measured against; NaN where nobody can tell.
    private double reference() {
        int votes = 0;
        double first = Double.NaN;
        double second = Double.NaN;
        vote.clear();
        for (int i = 0; i < reading.length; i++) {
            if (present[i] && finding[i] == Doubt.NONE && doubt[i] == Doubt.NONE) {
                vote.add(reading[i]);
                second = votes == 1 ? reading[i] : second;
                first = votes == 0 ? reading[i] : first;
                votes++;
            }
        }
        othersSpeak = votes > 0 || !Double.isNaN(expected);
        if (votes == 0) {
            return fallback();
        }
        if (votes == 1) {
            return overruled(first) ? expected : first;
        }
        boolean draw = votes == 2 && Math.abs(first - second) > rules.apart(vote.mean());
        return draw ? nearer(first, second) : vote.median();
    }

    private boolean overruled(double lone) {
        return Math.abs(lone - expected) > rules.offModel(expected);
    }

    private double nearer(double first, double second) {
        if (Double.isNaN(expected)) {
            return Double.NaN;
        }
        return Math.abs(first - expected) <= Math.abs(second - expected) ? first : second;
    }

    // Nobody is believed: better the model than nothing, and better than that what suspects say that fits it.
    private double fallback() {
        double said = plausible();
        return Double.isNaN(said) || overruled(said) ? expected : said;
    }

    private double plausible() {
        boolean anyBelieved = false;
        for (int i = 0; i < reading.length; i++) {
            anyBelieved |= speaks(i) && doubt[i] == Doubt.NONE;
        }
        vote.clear();
        for (int i = 0; i < reading.length; i++) {
            if (speaks(i) && (doubt[i] == Doubt.NONE || !anyBelieved)) {
                vote.add(reading[i]);
            }
        }
        return vote.median();
    }

    private boolean speaks(int i) {
        return present[i] && (finding[i] == Doubt.NONE || finding[i] == Doubt.DISAGREES);
    }

    private void remember(int i, double stepS) {
        if (finding[i] == Doubt.NONE) {
            wrongS[i] = Math.max(0, wrongS[i] - stepS / FORGIVENESS);
            wrongRunS[i] = 0;
            rightRunS[i] += proven(i) ? stepS : 0;
        } else {
            wrongS[i] = Math.min(rules.persistS(), wrongS[i] + stepS);
            wrongRunS[i] += stepS;
            rightRunS[i] = 0;
        }
        if (doubt[i] == Doubt.NONE && wrongS[i] >= rules.persistS()) {
            doubt[i] = wrongRunS[i] < rules.persistS() / 2 ? jumping(finding[i]) : finding[i];
        } else if (doubt[i] != Doubt.NONE && rightRunS[i] >= rules.recoverS() * (1 << relapses[i])) {
            doubt[i] = Doubt.NONE;
            wrongS[i] = 0;
            relapses[i] = Math.min(MOST_DOUBLINGS, relapses[i] + 1);
        }
    }

    // Who was at odds with others must be right by others; that a reading is there again, or moves, shows by itself.
    private boolean proven(int i) {
        boolean atOdds = doubt[i] == Doubt.DISAGREES || doubt[i] == Doubt.JUMPS;
        return !atOdds || othersSpeak;
    }

    private static Doubt jumping(Doubt finding) {
        return finding == Doubt.DISAGREES || finding == Doubt.OUT_OF_RANGE ? Doubt.JUMPS : finding;
    }

    /** The one value: of the sensors that are believed, else of the model; NaN while unknown. */
    public double value() {
        return value;
    }

    /** Whether any sensor stands behind the value; without one it is the model's alone, and nothing else may be told from it. */
    public boolean sensed() {
        return sensed;
    }

    /** Why a sensor is not believed. */
    public Doubt doubt(int sensor) {
        return doubt[sensor];
    }

    /** Whether a sensor is believed, and right in this very step. */
    public boolean good(int sensor) {
        return doubt[sensor] == Doubt.NONE && finding[sensor] == Doubt.NONE;
    }

    /** The last reading of a sensor. */
    public double reading(int sensor) {
        return reading[sensor];
    }

    /** Number of sensors that are suspect. */
    public int suspects() {
        int sum = 0;
        for (Doubt one : doubt) {
            sum += one == Doubt.NONE ? 0 : 1;
        }
        return sum;
    }
}
