package org.dawnline.sim;

import java.util.ArrayList;
import java.util.List;

/** Finds any sensor of the satellite by its name or number, and troubles exactly that one. */
final class SensorDesk {
    private static final int NAMES_SHOWN = 60;

    private final List<SensorBank> banks;
    private final List<String> names = new ArrayList<>();

    SensorDesk(List<SensorBank> banks) {
        this.banks = banks;
        for (SensorBank bank : banks) {
            names.addAll(bank.names());
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Number of a sensor by its name or by its number as text; refuses others. */
    int find(String target) {
        int index = names.indexOf(target);
        if (index < 0 && target.matches("\\d{1,4}")) {
            index = Integer.parseInt(target);
        }
        if (index < 0 || index >= names.size()) {
            String more = names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "";
            throw new IllegalArgumentException("no sensor " + target + "; there are "
                    + names.subList(0, Math.min(NAMES_SHOWN, names.size())) + more);
        }
        return index;
    }

    /** Does one of the faults {@code sensor...}. */
    void inject(String name, int sensor, double value, double nowS) {
        int index = sensor;
        int at = 0;
        while (index >= banks.get(at).names().size()) {
            index -= banks.get(at).names().size();
            at++;
        }
        SensorBank bank = banks.get(at);
        if (name.equals("sensor.restore")) {
            bank.heal(index);
            return;
        }
        SensorTrouble trouble = bank.trouble(index);
        switch (name) {
            case "sensor.bias" -> trouble.offset(value);
            case "sensor.drift" -> trouble.drift(value, nowS);
            case "sensor.dropout" -> trouble.dropOut(value);
            case "sensor.lie" -> trouble.lie(value);
            case "sensor.nan" -> trouble.kill();
            case "sensor.scale" -> trouble.scaleBy(value);
            case "sensor.silent" -> trouble.silence(bank.readAtS());
            case "sensor.spike" -> trouble.spike(value);
            case "sensor.stuck" -> trouble.stick();
            default -> throw new IllegalStateException("the table has " + name + ", the desk does not");
        }
    }
}
