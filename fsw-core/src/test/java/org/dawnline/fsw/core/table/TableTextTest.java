package org.dawnline.fsw.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTextTest {
    private static final String HEADER = "table limits evening version=7\n";
    private static final int MUTATIONS = 100_000;

    private final Dictionary dictionary = dictionary();
    private final LimitTable table = new LimitTable("limits");
    private final Problems problems = new Problems();

    static Dictionary dictionary() {
        Bench bench = new Bench();
        Face face = bench.face("pump");
        face.channel("speed", Unit.RATIO, "speed");
        face.enumeration("pump", List.of("a", "b"));
        face.command(
                "RUN",
                "Runs a pump.",
                new EvenSpeeds(),
                Argument.choice("pump", "pump", "the pump"),
                Argument.real("speed", Unit.RATIO, 0, 1, "speed"));
        bench.fly(Bench.S);
        return bench.dictionary();
    }

    /** Takes no full speed for pump b: what no bound says. */
    private static final class EvenSpeeds implements CommandHandler {
        @Override
        public Outcome execute(double[] arguments) {
            return Outcome.COMPLETED;
        }

        @Override
        public boolean allows(double[] arguments) {
            return arguments[0] == 0 || arguments[1] < 1;
        }
    }

    private TableText.Content<List<LimitTable.Limit>> read(String text) {
        return TableText.of(text).read(table, dictionary, problems);
    }

    @Test
    @Tag("D5")
    @Tag("CORE-120")
    void rowsOfWordsAndFieldsBecomeNumbersChannelsAndTelecommands() {
        var content = read("# a comment\n" + HEADER + "\n"
                + "  limit channel=pump.speed above=99.5 samples=3 rest=00:01:30.500 do=pump.RUN pump=b speed=0.5 # why\n"
                + "limit channel=pump.speed above=-1e1 do=pump.RUN speed=1 pump=a");

        assertThat(problems.list()).isEmpty();
        assertThat(content.title()).isEqualTo("evening");
        assertThat(content.version()).isEqualTo(7);
        assertThat(content.rows()).isEqualTo(2);
        LimitTable.Limit first = content.value().get(0);
        assertThat(first.channel().name()).isEqualTo("pump.speed");
        assertThat(first.above()).isEqualTo(99.5);
        assertThat(first.samples()).isEqualTo(3);
        assertThat(first.restNanos()).isEqualTo(90_500_000_000L);
        assertThat(first.call().declaration().name()).isEqualTo("pump.RUN");
        assertThat(first.call().values()).containsExactly(1, 0.5);
        LimitTable.Limit second = content.value().get(1);
        assertThat(second.above()).isEqualTo(-10);
        assertThat(second.samples()).isEqualTo(1);
        assertThat(second.call().values()).containsExactly(0, 1);
    }

    /** Each says the line, the name and what would be right. */
    @ParameterizedTest
    @Tag("D5")
    @Tag("CORE-121")
    @CsvSource(
            delimiter = ';',
            value = {
                "channel=pump.flow above=1 do=pump.RUN pump=a speed=1; UNKNOWN_NAME;"
                        + "channel is pump.flow, which is no channel of this vehicle",
                "above=1 do=pump.RUN pump=a speed=1; MISSING; channel is missing",
                "channel=pump.speed above=101 do=pump.RUN pump=a speed=1; OUT_OF_RANGE;"
                        + "above is 101, expected a number from -100 to 100.5",
                "channel=pump.speed above=1e999 do=pump.RUN pump=a speed=1; OUT_OF_RANGE;"
                        + "above is 1e999, expected a number from -100 to 100.5",
                "channel=pump.speed above=NaN do=pump.RUN pump=a speed=1; WRONG_KIND;"
                        + "above is NaN, expected a number from -100 to 100.5",
                "channel=pump.speed above=0x10 do=pump.RUN pump=a speed=1; WRONG_KIND;"
                        + "above is 0x10, expected a number from -100 to 100.5",
                "channel=pump.speed above=1 samples=1.5 do=pump.RUN pump=a speed=1; WRONG_KIND;"
                        + "samples is 1.5, expected a whole number",
                "channel=pump.speed above=1 rest=5 do=pump.RUN pump=a speed=1; WRONG_KIND; rest is 5, expected"
                        + " a duration from 00:00:00.000 to 01:00:00.000, such as 00:01:30.500, 250ms, 1.5s, 10min or 2h",
                "channel=pump.speed above=1 rest=61min do=pump.RUN pump=a speed=1; OUT_OF_RANGE;"
                        + "rest is 61min, expected a duration from 00:00:00.000 to 01:00:00.000",
                "channel=pump.speed above=1 do=pump.STOP; UNKNOWN_NAME; pump.STOP is no telecommand of this vehicle",
                "channel=pump.speed above=1 do=pump.RUN pump=c speed=1; UNKNOWN_NAME;"
                        + "'pump of pump.RUN is c, expected a, b'",
                "channel=pump.speed above=1 do=pump.RUN pump=a speed=2; OUT_OF_RANGE;"
                        + "speed of pump.RUN is 2, expected a number from 0 to 1 ratio",
                "channel=pump.speed above=1 do=pump.RUN pump=a; MISSING; speed of pump.RUN is missing",
                "channel=pump.speed above=1 do=pump.RUN pump=a speed=1 fast=yes; UNKNOWN_FIELD;"
                        + "fast is no argument of pump.RUN",
                "channel=pump.speed above=1 do=pump.RUN pump=b speed=1; CONFLICT;"
                        + "pump.RUN does not take these values together",
                "wide=1 channel=pump.speed above=1 do=pump.RUN pump=a speed=1; UNKNOWN_FIELD;"
                        + "'wide is not known here, expected above, channel, do, pump, rest, samples, speed'",
                "high channel=pump.speed above=1 do=pump.RUN pump=a speed=1; UNKNOWN_FIELD; high has no meaning here",
                "channel=pump.speed channel=pump.speed above=1 do=pump.RUN pump=a speed=1; DOUBLED;"
                        + "channel is said twice",
                "channel=pump.speed high above=1 do=pump.RUN pump=a speed=1; FORM;"
                        + "high stands behind a field, expected key=value",
                "channel= above=1; FORM; channel= is no key=value",
            })
    void whatIsWrongIsSaidWithItsLineAndWhatWouldBeRight(String fields, Flaw flaw, String text) {
        assertThat(read(HEADER + "\nlimit " + fields + "\n")).isNull();

        assertThat(problems.list())
                .containsExactly(new Problem(3, problems.first().position(), flaw, text.strip()));
        assertThat(problems.first().toString()).startsWith("line 3: ");
    }

    @Test
    @Tag("CORE-121")
    void theHeaderMustBeThereAndOfTheKind() {
        assertThat(flaw("")).isEqualTo(Flaw.MISSING);
        assertThat(flaw("limit channel=pump.speed\n")).isEqualTo(Flaw.MISSING);
        assertThat(flaw("table monitors a version=1")).isEqualTo(Flaw.UNKNOWN_NAME);
        assertThat(flaw("table limits a/b version=1")).isEqualTo(Flaw.WRONG_KIND);
        assertThat(flaw("table limits a version=65536")).isEqualTo(Flaw.OUT_OF_RANGE);
        assertThat(flaw("table limits a")).isEqualTo(Flaw.MISSING);
    }

    private Flaw flaw(String text) {
        Problems found = new Problems();
        assertThat(TableText.of(text).read(table, dictionary, found)).isNull();
        return found.first().flaw();
    }

    @Test
    @Tag("CORE-121")
    void everythingHasABound() {
        assertThat(flaw(HEADER + " ".repeat(TableText.MAX_LINE + 1))).isEqualTo(Flaw.TOO_MANY);
        assertThat(flaw(HEADER + "a ".repeat(TableText.MAX_ITEMS + 1))).isEqualTo(Flaw.TOO_MANY);
        assertThat(flaw(HEADER + "limit\n".repeat(TableText.MAX_ROWS + 1))).isEqualTo(Flaw.TOO_MANY);
        assertThat(flaw("#" + "\n".repeat(TableText.MAX_BYTES))).isEqualTo(Flaw.TOO_MANY);
        read(HEADER + "limit\n".repeat(TableText.MAX_ROWS));
        assertThat(problems.count()).isEqualTo(3 * TableText.MAX_ROWS);
        assertThat(problems.list()).hasSize(Problems.MAX_KEPT);
    }

    /** Whatever stands in a text, reading it throws nothing and finds something wrong, or reads exactly what stands there. */
    @Test
    @Tag("CORE-122")
    void noMutationOfATextBreaksTheParser() {
        byte[] good = (HEADER
                        + "limit channel=pump.speed above=99.5 samples=3 rest=1.5s do=pump.RUN pump=b speed=0.5\n")
                .getBytes(StandardCharsets.US_ASCII);
        SplittableRandom luck = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = good.clone();
            int at = luck.nextInt(mutated.length);
            mutated[at] ^= (byte) luck.nextInt(1, 256);
            Problems found = new Problems();
            boolean accepted = TableText.of(mutated).read(table, dictionary, found) != null;
            assertThat(accepted).isEqualTo(found.none());
            refused += accepted ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(MUTATIONS * 8 / 10).isLessThan(MUTATIONS);
    }

    @Test
    @Tag("CORE-120")
    void theChecksumIsThatOfTheBytes() {
        assertThat(TableText.of("123456789").checksum()).isEqualTo(0xE3069283L); // the check value of CRC-32C
    }
}
