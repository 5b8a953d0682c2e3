package org.dawnline.tools.sim.tape;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.hal.Clock;
import org.jspecify.annotations.Nullable;

/**
 * One interface of the outside as flight software sees it, with the tape in between: the real one while recording, none in a replay.
 * Interfaces that it gives away are gateways as well.
 */
final class Gateway implements InvocationHandler {
    private final Tape tape;
    private final String name;
    private final Class<?> type;
    private final @Nullable Object real;
    private final @Nullable Clock clock;
    private final Map<Method, Route> routes;
    private final Map<String, Object> inner = new LinkedHashMap<>();
    private final Exchange exchange;

    /**
     * What stays the same over all processes of a flight: the slots of all calls.
     */
    static final class Exchange {
        private final Map<String, Map<Method, Route>> routes = new LinkedHashMap<>();

        private Map<Method, Route> routesOf(String port) {
            return routes.computeIfAbsent(port, name -> new LinkedHashMap<>());
        }
    }

    private Gateway(
            Tape tape, Exchange exchange, String name, Class<?> type, @Nullable Object real, @Nullable Clock clock) {
        this.tape = tape;
        this.exchange = exchange;
        this.type = type;
        this.real = real;
        this.clock = clock;
        this.name = name;
        routes = exchange.routesOf(name);
    }

    /**
     * A gateway.
     *
     * @param name what its slots begin with
     * @param type the interface
     * @param real what is behind it; null in a replay
     * @param clock what it gives away as its clock, if it has one
     */
    static <T> T to(Tape tape, Exchange exchange, String name, Class<T> type, @Nullable T real, @Nullable Clock clock) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new Gateway(tape, exchange, name, type, real, clock)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        Class<?> result = method.getReturnType();
        if (result == Clock.class && clock != null) {
            return clock;
        }
        if (result.isInterface() && result.getName().startsWith("org.dawnline.")) {
            return inner(method, result);
        }
        Route route = routes.get(method);
        if (route == null) {
            route = new Route(tape, name, method);
            routes.put(method, route);
        }
        return route.pass(arguments, () -> call(method, arguments));
    }

    // The end of a gateway is no crossing: a flight that is over is not recorded.
    @SuppressWarnings("ReferenceEquality") // which gateway it is, is what equals asks
    private @Nullable Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> "gateway to " + type.getName();
        };
    }

    private Object inner(Method method, Class<?> result) throws Throwable {
        Object known = inner.get(method.getName());
        if (known != null) {
            return known;
        }
        Object behind = real == null ? null : call(method, null);
        String prefix = name.isEmpty() ? method.getName() : name + "." + method.getName();
        Object made = Proxy.newProxyInstance(
                result.getClassLoader(),
                new Class<?>[] {result},
                new Gateway(tape, exchange, prefix, result, behind, null));
        inner.put(method.getName(), made);
        return made;
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
