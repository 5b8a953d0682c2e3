package org.dawnline.hal.nvml;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A loaded NVML library and the functions that it has. Old drivers lack new symbols: a method whose symbol is missing is bound
 * to a harmless one instead and never called, since {@link #has} says no.
 */
final class NvmlLibrary implements AutoCloseable {
    /** Why a library cannot be used, in words for people. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** Takes a number, returns a text, changes nothing: the symbol that stands in for missing ones. */
    private static final String HARMLESS_SYMBOL = "nvmlErrorString";

    private static final Set<NvmlFunction> NEEDED =
            EnumSet.of(NvmlFunction.INIT, NvmlFunction.SHUTDOWN, NvmlFunction.COUNT, NvmlFunction.HANDLE_BY_INDEX);

    private final EnumSet<NvmlFunction> present;

    private NvmlLibrary(EnumSet<NvmlFunction> present) {
        this.present = present;
    }

    /** Loads and binds the library of that file name or path. */
    static NvmlLibrary load(String name) throws Unusable {
        try {
            return bind(name);
        } catch (UnsatisfiedLinkError e) {
            throw new Unusable(reason(name, e));
        } catch (NoClassDefFoundError e) {
            throw new Unusable("JNA cannot be used: " + e.getMessage());
        }
    }

    private static NvmlLibrary bind(String name) throws Unusable {
        NativeLibrary library = NativeLibrary.getInstance(
                name, Map.of(Library.OPTION_FUNCTION_MAPPER, (FunctionMapper) NvmlLibrary::symbolFor));
        EnumSet<NvmlFunction> present = EnumSet.noneOf(NvmlFunction.class);
        for (NvmlFunction function : NvmlFunction.values()) {
            if (hasSymbol(library, function.symbol())) {
                present.add(function);
            }
        }
        EnumSet<NvmlFunction> missing = EnumSet.copyOf(NEEDED);
        missing.removeAll(present);
        if (!missing.isEmpty() || !hasSymbol(library, HARMLESS_SYMBOL)) {
            throw new Unusable(name + " is not an NVML library that can be used: it lacks "
                    + (missing.isEmpty() ? HARMLESS_SYMBOL : missing));
        }
        register(library);
        return new NvmlLibrary(present);
    }

    private static synchronized void register(NativeLibrary library) throws Unusable {
        if (Native.registered(NvmlCalls.class)) {
            throw new Unusable("NVML is in use already in this process, or a call to it has never returned");
        }
        Native.register(NvmlCalls.class, library);
    }

    private static String symbolFor(NativeLibrary library, Method method) {
        return hasSymbol(library, method.getName()) ? method.getName() : HARMLESS_SYMBOL;
    }

    private static boolean hasSymbol(NativeLibrary library, String symbol) {
        try {
            library.getGlobalVariableAddress(symbol);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** The loader's own sentence, out of the several that JNA strings together. */
    private static String reason(String name, UnsatisfiedLinkError error) {
        String message = String.valueOf(error.getMessage());
        for (String line : message.split("\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).contains("cannot open") || line.contains("undefined symbol")) {
                return line.strip();
            }
        }
        return name + ": " + message.lines().findFirst().orElse("cannot be loaded");
    }

    /** Whether the library has a function. */
    boolean has(NvmlFunction function) {
        return present.contains(function);
    }

    /** The functions that the library lacks. */
    Set<NvmlFunction> missing() {
        return EnumSet.complementOf(present);
    }

    /** Gives the binding free. Not to be called while any call may still be running. */
    @Override
    public void close() {
        Native.unregister(NvmlCalls.class);
    }
}
