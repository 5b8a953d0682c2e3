package org.dawnline.tools.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class TimePlotTest {
    @Test
    @Tag("TSIM-105")
    void aPlotIsADrawingOfItsLinesWithGapsWhereNothingIsKnown()
            throws IOException, SAXException, ParserConfigurationException {
        TimePlot plot = new TimePlot("Power & <light>", 0, 600);
        plot.night(100, 200);
        double[] times = {0, 100, 200, 300, 400};
        plot.panel(
                "kW",
                0,
                100,
                120,
                List.of(
                        new TimePlot.Line("rack", "#123456", times, new double[] {0, 50, Double.NaN, 80, 20}),
                        TimePlot.Line.limit("most", 90)));

        Document drawing = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(plot.svg())));

        String path = drawing.getElementsByTagName("path")
                .item(0)
                .getAttributes()
                .getNamedItem("d")
                .getNodeValue();
        assertThat(path.chars().filter(letter -> letter == 'M').count())
                .as("two pieces")
                .isEqualTo(2);
        assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Power & <light>");
        assertThat(plot.svg()).isEqualTo(plot.svg());
    }
}
