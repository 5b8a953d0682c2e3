package org.dawnline.fsw.core.face;

/**
 * A channel that is computed from others. It is not valid while any of them is not, and it is set only when all of them have been
 * set since the last time: it is as old as the oldest of them.
 */
public final class DerivedChannel {
    private final Channel target;
    private final Formula formula;
    private final Channel[] inputs;
    private final double[] values;
    private final int[] setsSeen;

    DerivedChannel(Channel target, Formula formula, Channel... inputs) {
        if (inputs.length == 0) {
            throw new IllegalArgumentException(target.name() + " is derived from nothing");
        }
        this.target = target;
        this.formula = formula;
        this.inputs = inputs.clone();
        values = new double[inputs.length];
        setsSeen = new int[inputs.length];
    }

    /** Sets the channel if all its inputs are new; says whether they were. */
    public boolean update() {
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i].sets() == setsSeen[i]) {
                return false;
            }
        }
        boolean valid = true;
        for (int i = 0; i < inputs.length; i++) {
            setsSeen[i] = inputs[i].sets();
            values[i] = inputs[i].value();
            valid &= !Double.isNaN(values[i]);
        }
        target.set(valid ? formula.of(values) : Double.NaN);
        return true;
    }
}
