package org.dawnline.tools.sim.campaign;

/**
 * One of several equal parts of a campaign: every {@code count}-th run, beginning with {@code number - 1}.
 *
 * @param number which part, from 1
 * @param count how many parts there are
 */
public record Shard(int number, int count) {
    /** The whole campaign. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MAX_COUNT = 10_000;

    /** Refuses a part that is none. */
    public Shard {
        if (count < 1 || count > MAX_COUNT || number < 1 || number > count) {
            throw new IllegalArgumentException(
                    "shard " + number + "/" + count + "; expected I/N with I from 1 to N, N at most " + MAX_COUNT);
        }
    }

    /** Reads text such as {@code 2/8}. */
    public static Shard parse(String text) {
        if (!text.matches("[0-9]{1,5}/[0-9]{1,5}")) {
            throw new IllegalArgumentException("shard \"" + text + "\"; expected I/N such as 2/8");
        }
        int slash = text.indexOf('/');
        return new Shard(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Whether a run belongs to it. */
    public boolean holds(int run) {
        return run % count == number - 1;
    }

    /** What its results file is called. */
    public String fileName() {
        return count == 1 ? "results.jsonl" : "results-" + number + "-of-" + count + ".jsonl";
    }

    /** What the file with the times that its runs took is called. */
    public String timingName() {
        return count == 1 ? "timing.jsonl" : "timing-" + number + "-of-" + count + ".jsonl";
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
