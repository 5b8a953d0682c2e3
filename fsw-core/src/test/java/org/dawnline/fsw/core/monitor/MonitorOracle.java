package org.dawnline.fsw.core.monitor;

import java.util.ArrayList;
import java.util.List;

/** What a monitor should say, worked out again from the first sample on each time it is asked; slow, and plain to read. */
final class MonitorOracle {
    /**
     * What one pass saw.
     *
     * @param set whether the owner has set the channel since the last pass
     * @param condition value of the condition's channel
     */
    record Pass(double timeS, boolean set, double value, double condition) {}

    private final Monitor monitor;
    private final List<Pass> passes = new ArrayList<>();

    MonitorOracle(Monitor monitor) {
        this.monitor = monitor;
    }

    Result after(Pass pass) {
        passes.add(pass);
        Result result = Result.STALE;
        List<Boolean> good = new ArrayList<>(); // samples since the last start
        boolean failed = false;
        double before = Double.NaN;
        double beforeS = 0;
        double setS = passes.get(0).timeS();
        for (Pass p : passes) {
            setS = p.set() ? p.timeS() : setS;
            Result sample;
            if (excused(p)) {
                good.clear();
                failed = false;
                before = Double.NaN;
                result = Result.PASS;
                continue;
            } else if (p.timeS() - setS > monitor.maxAgeS()) {
                sample = Result.STALE;
                before = Double.NaN;
            } else if (p.set()) {
                sample = sample(p.value(), before, p.timeS() - beforeS, failed);
                before = p.value();
                beforeS = p.timeS();
            } else {
                continue;
            }
            good.add(sample == Result.PASS);
            if (!failed
                    && bad(good, monitor.persistence().of())
                            >= monitor.persistence().bad()) {
                failed = true;
                result = sample;
            } else if (failed && sample != Result.PASS) {
                result = sample;
            } else if (failed
                    && bad(good, monitor.persistence().good()) == 0
                    && good.size() >= monitor.persistence().good()) {
                failed = false;
                good.clear();
                result = Result.PASS;
            } else if (!failed && sample == Result.PASS) {
                result = Result.PASS;
            }
        }
        return result;
    }

    private boolean excused(Pass pass) {
        Condition condition = monitor.condition();
        return condition != null && (pass.condition() < condition.low() || pass.condition() > condition.high());
    }

    private static long bad(List<Boolean> good, int last) {
        return good.subList(StrictMath.max(0, good.size() - last), good.size()).stream()
                .filter(sample -> !sample)
                .count();
    }

    private Result sample(double value, double before, double passedS, boolean failed) {
        Check check = monitor.check();
        boolean number = !Double.isNaN(value);
        boolean whole = number && Math.abs(value) <= 0x1p53 && value == Math.floor(value);
        boolean unchanged = Double.isNaN(before);
        return switch (check.kind()) {
            case STALE -> Result.PASS;
            case NOT_A_NUMBER -> number ? Result.PASS : Result.FAIL;
            case LIMIT ->
                number
                        ? passIf(within(
                                value,
                                failed ? check.low() + check.band() : check.low(),
                                failed ? check.high() - check.band() : check.high()))
                        : Result.ERROR;
            case EXPECTED -> whole ? passIf(((long) value & check.mask()) == check.expected()) : Result.ERROR;
            case STATE ->
                whole
                        ? passIf(value >= 0
                                && value <= 63
                                && Long.toBinaryString(check.expected()).length() > value
                                && new StringBuilder(Long.toBinaryString(check.expected()))
                                                .reverse()
                                                .charAt((int) value)
                                        == '1')
                        : Result.ERROR;
            case DELTA -> number ? unchanged ? Result.PASS : judged(value - before) : Result.ERROR;
            case RATE -> number ? unchanged ? Result.PASS : judged((value - before) / passedS) : Result.ERROR;
        };
    }

    private Result judged(double change) {
        return Double.isNaN(change)
                ? Result.ERROR
                : passIf(within(change, monitor.check().low(), monitor.check().high()));
    }

    private static boolean within(double value, double low, double high) {
        return !(value < low) && !(value > high);
    }

    private static Result passIf(boolean passes) {
        return passes ? Result.PASS : Result.FAIL;
    }
}
