package org.dawnline.sim.thermal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.jspecify.annotations.Nullable;

/**
 * What else has a temperature beside the loop: named nodes with heat capacities, conducting links between them, to the coolant and
 * to the wings, panels that see Sun and Earth, constant loads and heaters. A vehicle without such nodes has an empty network. The
 * midpoint rule carries the nodes forward; the loop's temperatures stand still meanwhile, and what crosses a link leaves one side
 * as it enters the other.
 */
public final class ThermalNetwork {
    private static final String NODES = "thermalNodes";
    private static final String LINKS = "thermalLinksWPerK";
    private static final String COOLANT = "coolant";
    private static final String WING = "wing";
    private static final double BIG = 1e9;

    /** Coarsest step of a world, with which every node must still be stable. */
    private static final double COARSEST_STEP_S = 0.1;

    private final List<String> nodes;
    private final double[] capacityJPerK;
    private final double[] loadW;
    private final double[] heaterW;
    private final int[] heaterOf;
    private final double[] startTempK;
    private final @Nullable Panel[] panels;
    private final int[] linkFrom;
    private final int[] linkTo;
    private final double[] linkWPerK;
    private final double[] tempK;

    /** Nodes, then the coolant, then the wings. */
    private final double[] nowK;

    private final double[] gainW;
    private int heaters;
    private double heaterPowerW;
    private double radiatedJ;
    private double suppliedJ;

    ThermalNetwork(VehicleProfile truth, int wings) {
        nodes = truth.namesBelow(NODES);
        int count = nodes.size();
        capacityJPerK = new double[count];
        loadW = new double[count];
        heaterW = new double[count];
        heaterOf = new int[count];
        startTempK = new double[count];
        panels = new @Nullable Panel[count];
        tempK = new double[count];
        nowK = new double[count + 1 + wings];
        gainW = new double[nowK.length];
        for (int i = 0; i < count; i++) {
            readNode(truth, i);
        }
        List<double[]> links = links(truth, wings);
        linkFrom = new int[links.size()];
        linkTo = new int[links.size()];
        linkWPerK = new double[links.size()];
        for (int i = 0; i < linkFrom.length; i++) {
            linkFrom[i] = (int) links.get(i)[0];
            linkTo[i] = (int) links.get(i)[1];
            linkWPerK[i] = links.get(i)[2];
        }
        requireSlowNodes(truth.name());
    }

    private void readNode(VehicleProfile truth, int node) {
        String section = NODES + "." + nodes.get(node);
        capacityJPerK[node] = truth.number(section + ".heatCapacityJPerK", 1e-3, BIG);
        loadW[node] = optional(truth, section + ".heatW", 0.0);
        heaterW[node] = optional(truth, section + ".heaterW", 0.0);
        heaterOf[node] = heaterW[node] > 0.0 ? heaters++ : -1;
        startTempK[node] = optional(truth, section + ".startTempK", Double.NaN);
        if (truth.has(section + ".panelAreaM2")) {
            panels[node] = Panel.ofNode(truth, section);
        }
    }

    private static double optional(VehicleProfile truth, String key, double otherwise) {
        return truth.has(key) ? truth.number(key, 0.0, BIG) : otherwise;
    }

    private List<double[]> links(VehicleProfile truth, int wings) {
        List<double[]> links = new ArrayList<>();
        for (String from : truth.namesBelow(LINKS)) {
            String prefix = LINKS + "." + from + ".";
            for (String key : truth.keys()) {
                if (key.startsWith(prefix)) {
                    double wPerK = truth.number(key, 0.0, BIG);
                    links.add(new double[] {index(from, wings), index(key.substring(prefix.length()), wings), wPerK});
                }
            }
        }
        return links;
    }

    private int index(String name, int wings) {
        int node = nodes.indexOf(name);
        if (node >= 0) {
            return node;
        }
        if (name.equals(COOLANT)) {
            return nodes.size();
        }
        for (int wing = 0; wing < wings; wing++) {
            if (name.equals(WING + wing)) {
                return nodes.size() + 1 + wing;
            }
        }
        throw new IllegalArgumentException(
                LINKS + " names " + name + "; there are " + nodes + ", " + COOLANT + ", " + WING + "0.." + (wings - 1));
    }

    /** An explicit rule would swing where a node is too light for its links. */
    private void requireSlowNodes(String vehicle) {
        for (int node = 0; node < capacityJPerK.length; node++) {
            double sum = 0.0;
            for (int link = 0; link < linkWPerK.length; link++) {
                sum += linkFrom[link] == node || linkTo[link] == node ? linkWPerK[link] : 0.0;
            }
            if (sum * COARSEST_STEP_S > capacityJPerK[node]) {
                throw new IllegalArgumentException("vehicle " + vehicle + ": node " + nodes.get(node)
                        + " is too light for links of " + sum + " W/K; merge it with a neighbour");
            }
        }
    }

    /** Names of the nodes, in the order of their numbers. */
    public List<String> names() {
        return nodes;
    }

    /** Temperature of a node, in K. */
    public double tempK(int node) {
        return tempK[node];
    }

    /** Whether there is nothing. */
    boolean isEmpty() {
        return nodes.isEmpty() && linkFrom.length == 0;
    }

    int heaterCount() {
        return heaters;
    }

    /** Gives every node its start temperature, or the coolant's. */
    void start(double coolantTempK) {
        for (int i = 0; i < tempK.length; i++) {
            tempK[i] = Double.isNaN(startTempK[i]) ? coolantTempK : startTempK[i];
        }
    }

    /** Whether Sun and Earth make a difference to any panel. */
    boolean looksAround() {
        boolean any = false;
        for (Panel panel : panels) {
            any |= panel != null && panel.looksAround();
        }
        return any;
    }

    void see(Light light) {
        for (Panel panel : panels) {
            if (panel != null) {
                panel.see(light);
            }
        }
    }

    /** Carries the nodes forward while coolant and wings have these temperatures. */
    void step(double dtS, double coolantTempK, double[] wingTempK, Plumbing plumbing) {
        int count = tempK.length;
        System.arraycopy(tempK, 0, nowK, 0, count);
        nowK[count] = coolantTempK;
        System.arraycopy(wingTempK, 0, nowK, count + 1, wingTempK.length);
        heaterPowerW = heaterPowerW(plumbing);
        gains(plumbing);
        for (int i = 0; i < count; i++) {
            nowK[i] = tempK[i] + 0.5 * dtS * gainW[i] / capacityJPerK[i];
        }
        double radiatedW = gains(plumbing);
        for (int i = 0; i < count; i++) {
            tempK[i] += dtS * gainW[i] / capacityJPerK[i];
            suppliedJ += dtS * loadW[i];
        }
        suppliedJ += dtS * heaterPowerW;
        radiatedJ += dtS * radiatedW;
    }

    /** Works out what every place gains, in W; answers what the panels give to space. */
    private double gains(Plumbing plumbing) {
        Arrays.fill(gainW, 0.0);
        double radiatedW = 0.0;
        for (int i = 0; i < tempK.length; i++) {
            Panel panel = panels[i];
            double toSpaceW = panel == null ? 0.0 : panel.radiatesW(nowK[i]);
            boolean heated = heaterOf[i] >= 0 && plumbing.nodeHeaterOn(heaterOf[i]);
            gainW[i] = loadW[i] + (heated ? heaterW[i] : 0.0) - toSpaceW;
            radiatedW += toSpaceW;
        }
        for (int link = 0; link < linkFrom.length; link++) {
            double watts = linkWPerK[link] * (nowK[linkFrom[link]] - nowK[linkTo[link]]);
            gainW[linkFrom[link]] -= watts;
            gainW[linkTo[link]] += watts;
        }
        return radiatedW;
    }

    private double heaterPowerW(Plumbing plumbing) {
        double sum = 0.0;
        for (int i = 0; i < heaterOf.length; i++) {
            sum += heaterOf[i] >= 0 && plumbing.nodeHeaterOn(heaterOf[i]) ? heaterW[i] : 0.0;
        }
        return sum;
    }

    /** Electrical power of the nodes' heaters, in W. */
    double heaterPowerW() {
        return heaterPowerW;
    }

    /** Mean heat that the coolant gained in the last step, in W. */
    double toCoolantW() {
        return gainW[tempK.length];
    }

    /** Mean heat that a wing gained in the last step, in W. */
    double toWingW(int wing) {
        return gainW[tempK.length + 1 + wing];
    }

    /** Heat stored above 0 K, in J. */
    double storedJ() {
        double sum = 0.0;
        for (int i = 0; i < tempK.length; i++) {
            sum += capacityJPerK[i] * tempK[i];
        }
        return sum;
    }

    /** Net heat that the panels gave to space so far, in J. */
    double radiatedJ() {
        return radiatedJ;
    }

    /** Heat of loads and heaters so far, in J. */
    double suppliedJ() {
        return suppliedJ;
    }
}
