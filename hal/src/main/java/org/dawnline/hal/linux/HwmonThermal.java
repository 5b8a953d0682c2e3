package org.dawnline.hal.linux;

import java.util.List;
import org.dawnline.hal.ThermalHal;

/**
 * Coolant and radiator temperatures from the computer's own sensors, as far as someone has said which sensor sits where. There
 * are no wheels to turn here: no valve, no heater, and pumps only report whether they turn. Requests are counted and dropped.
 */
public final class HwmonThermal implements ThermalHal {
    /**
     * Which sensor sits where, by the names of {@link HwmonSensor}. A name that does not exist reads NaN.
     *
     * @param inlet thermistors in the coolant that enters the rack
     * @param outlet thermistors in the coolant that leaves the rack
     * @param wings thermistors of each radiator wing
     * @param pumps fan sensors that turn with a pump
     */
    public record Places(List<String> inlet, List<String> outlet, List<List<String>> wings, List<String> pumps) {
        /** Copies the lists. */
        public Places {
            inlet = List.copyOf(inlet);
            outlet = List.copyOf(outlet);
            wings = wings.stream().map(List::copyOf).toList();
            pumps = List.copyOf(pumps);
        }

        /** No sensor sits anywhere. */
        public static Places none() {
            return new Places(List.of(), List.of(), List.of(), List.of());
        }

        /** Whether no sensor sits anywhere. */
        public boolean isEmpty() {
            return inlet.isEmpty() && outlet.isEmpty() && wings.isEmpty() && pumps.isEmpty();
        }
    }

    private static final int NOT_THERE = -1;

    private final HwmonReader reader;
    private final int thermistors;
    private final int[] inlet;
    private final int[] outlet;
    private final int[][] wings;
    private final int[] pumps;
    private long droppedRequests;

    /** Gives the readings of {@code reader} a place. */
    public HwmonThermal(HwmonReader reader, Places places) {
        this.reader = reader;
        this.thermistors = most(places);
        this.inlet = indices(places.inlet());
        this.outlet = indices(places.outlet());
        this.pumps = indices(places.pumps());
        this.wings = new int[places.wings().size()][];
        for (int wing = 0; wing < wings.length; wing++) {
            wings[wing] = indices(places.wings().get(wing));
        }
    }

    private static int most(Places places) {
        int most = Math.max(places.inlet().size(), places.outlet().size());
        for (List<String> wing : places.wings()) {
            most = Math.max(most, wing.size());
        }
        return most;
    }

    private int[] indices(List<String> names) {
        return names.stream().mapToInt(reader::indexOf).toArray();
    }

    private double valueAt(int[] place, int thermistor) {
        return reader.value(thermistor < place.length ? place[thermistor] : NOT_THERE);
    }

    private double ageAt(int[] place, int thermistor) {
        return reader.ageS(thermistor < place.length ? place[thermistor] : NOT_THERE);
    }

    /** Requests for pumps, valve and heaters, which cannot be carried out. */
    public long droppedRequests() {
        return droppedRequests;
    }

    @Override
    public int thermistorsPerPoint() {
        return thermistors;
    }

    @Override
    public double inletTempK(int thermistor) {
        return valueAt(inlet, thermistor);
    }

    @Override
    public double outletTempK(int thermistor) {
        return valueAt(outlet, thermistor);
    }

    @Override
    public int wingCount() {
        return wings.length;
    }

    @Override
    public double radiatorTempK(int wing, int thermistor) {
        return valueAt(wings[wing], thermistor);
    }

    @Override
    public boolean wingConnected(int wing) {
        return true;
    }

    @Override
    public int flowMeterCount() {
        return 0;
    }

    @Override
    public double flowRatio(int meter) {
        return Double.NaN;
    }

    @Override
    public int accumulatorSensorCount() {
        return 0;
    }

    @Override
    public double accumulatorLevelRatio(int sensor) {
        return Double.NaN;
    }

    @Override
    public int nodeCount() {
        return 0;
    }

    @Override
    public String nodeName(int node) {
        return "";
    }

    @Override
    public double nodeTempK(int node) {
        return Double.NaN;
    }

    @Override
    public double readingAgeS(Point point, int index) {
        return switch (point) {
            case INLET -> ageAt(inlet, index);
            case OUTLET -> ageAt(outlet, index);
            case RADIATOR -> ageAt(wings[index / thermistors], index % thermistors);
            case FLOW, ACCUMULATOR, NODE -> Double.NaN;
        };
    }

    @Override
    public int pumpCount() {
        return pumps.length;
    }

    /** Whether the pump's sensor sees it turn; false when it cannot be read. */
    @Override
    public boolean pumpRunning(int pump) {
        return reader.value(pumps[pump]) > 0;
    }

    @Override
    public void requestPump(int pump, boolean run) {
        droppedRequests++;
    }

    @Override
    public double bypassRatio() {
        return Double.NaN;
    }

    @Override
    public void requestBypass(double ratio) {
        droppedRequests++;
    }

    @Override
    public int heaterCount() {
        return 0;
    }

    @Override
    public boolean heaterOn(int heater) {
        return false;
    }

    @Override
    public void requestHeater(int heater, boolean on) {
        droppedRequests++;
    }
}
