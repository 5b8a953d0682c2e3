package org.dawnline.fsw.core.face;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who has declared which name, and which channel feeds which port. What does not fit is refused with the names of both ends. */
final class Wiring {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");

    private final Map<String, String> owners = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();

    /** A port of a component and the channel that it reads. */
    private record Wire(String port, Channel source) {}

    /** Takes a name for a component. */
    void claim(String name, String component) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" of " + component + " is not a name: expected " + NAME);
        }
        String owner = owners.putIfAbsent(name, component);
        if (owner != null) {
            throw new IllegalArgumentException(name + " is declared twice: by " + owner + " and by "
                    + (owner.equals(component) ? "itself" : component));
        }
    }

    /** Connects a port with a channel of a unit that some component of this satellite has declared. */
    Channel connect(String port, @Nullable Channel source, Unit unit, List<Channel> declared) {
        if (source == null) {
            throw new IllegalArgumentException(
                    port + " is connected with nothing, it wants a channel in " + text(unit));
        }
        if (source.unit() != unit) {
            throw new IllegalArgumentException(port + " wants a channel in " + text(unit) + ", " + source.name()
                    + " is in " + text(source.unit()));
        }
        if (declared.stream().noneMatch(channel -> channel == source)) {
            throw new IllegalArgumentException(port + " reads " + source.name() + ", which is not of this satellite");
        }
        wires.add(new Wire(port, source));
        return source;
    }

    private static String text(Unit unit) {
        return unit.symbol().isEmpty() ? "no unit" : unit.symbol();
    }

    /** Refuses a port whose channel nobody ever sets, since the component that declared it is not among those that step. */
    void checkSources(Set<String> stepping) {
        for (Wire wire : wires) {
            String source = owners.getOrDefault(wire.source.name(), "nobody");
            if (!stepping.contains(source)) {
                throw new IllegalArgumentException(
                        wire.port + " reads " + wire.source.name() + ", but " + source + " is in no rate group");
            }
        }
    }
}
