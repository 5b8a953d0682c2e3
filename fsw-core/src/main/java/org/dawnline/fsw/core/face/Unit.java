package org.dawnline.fsw.core.face;

/** Units of channels, parameters and arguments: SI, and the few others that the field uses. */
public enum Unit {
    /** A plain number or a state. */
    NONE(""),
    /** A count. */
    COUNT("1"),
    /** A ratio, usually 0..1. */
    RATIO("ratio"),
    /** Watt. */
    WATT("W"),
    /** Watt-hour. */
    WATT_HOUR("Wh"),
    /** Watt per second. */
    WATT_PER_SECOND("W/s"),
    /** Volt. */
    VOLT("V"),
    /** Ampere. */
    AMPERE("A"),
    /** Kelvin. */
    KELVIN("K"),
    /** Second. */
    SECOND("s"),
    /** Microsecond. */
    MICROSECOND("us"),
    /** Metre. */
    METRE("m"),
    /** Degree of arc. */
    DEGREE("deg"),
    /** Bit per second. */
    BIT_PER_SECOND("bit/s"),
    /** Byte. */
    BYTE("B");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The unit's symbol as it stands in dictionaries and headers. */
    public String symbol() {
        return symbol;
    }
}
