package org.dawnline.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a figure of a vehicle comes from: the first word of the comment behind it. */
enum Provenance {
    /** Published by the operator or the maker. */
    PUBLISHED("P", false),
    /** Follows from other figures of the file, or from a law of nature. */
    COMPUTED("C", false),
    /** Our decision: a limit, a count, a rule, what a device is told. The world takes it as it is. */
    ASSUMED("A", false),
    /** Our assumption about physics: a real vehicle would be a little off, and so is a world that draws its truth. */
    UNCERTAIN("A~", true);

    private final String tag;
    private final boolean uncertain;

    Provenance(String tag, boolean uncertain) {
        this.tag = tag;
        this.uncertain = uncertain;
    }

    /** Whether the truth of a simulated world may be drawn around it. */
    boolean uncertain() {
        return uncertain;
    }

    /** What a comment's first word says; empty when it is no tag. */
    static Optional<Provenance> of(String comment) {
        String word = comment.strip().split("\\s", 2)[0];
        return Arrays.stream(values()).filter(one -> one.tag.equals(word)).findFirst();
    }

    /** All tags. */
    static List<String> tags() {
        return Arrays.stream(values()).map(one -> one.tag).toList();
    }
}
