package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    @Tag("TSIM-022")
    void writesRoundedDecimalsNamesOfStatesAndNothingForTheUnknown() {
        StringWriter text = new StringWriter();
        List<Column> columns = List.of(
                new Column("a", "a", "kW", 3, List.of(), () -> 0),
                new Column("b", "b", "", 0, List.of("OFF", "ON"), () -> 0));
        try (Table table = new Table(columns, text)) {
            table.row(0, new double[] {-0.0504, 1});
            table.row(1, new double[] {Double.NaN, Double.NaN});
            table.row(2, new double[] {1234.5678, 0});
            table.row(3, new double[] {-0.0001, 7});
            table.row(4, new double[] {Double.POSITIVE_INFINITY, 0.5});
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "time [s],a [kW],b", "0.0,-0.050,ON", "1.0,,", "2.0,1234.568,OFF", "3.0,0.000,", "4.0,,");
    }
}
