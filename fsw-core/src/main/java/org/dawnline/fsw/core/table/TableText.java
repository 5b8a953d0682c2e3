package org.dawnline.fsw.core.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.dawnline.fsw.core.face.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * The text of a table. One row a line: words, then {@code key=value} fields, separated by blanks; {@code #} at the start of a line or
 * after a blank begins a comment. The first row is {@code table KIND NAME version=N}. Printable ASCII only, and a bound on everything.
 */
public final class TableText {
    /** Largest text, in bytes: 10,000 time-tagged telecommands fit. */
    public static final int MAX_BYTES = 1 << 20;

    /** Most rows beside the header. */
    public static final int MAX_ROWS = 10_000;

    /** Longest line, in characters. */
    public static final int MAX_LINE = 400;

    /** Most words and fields of a row. */
    public static final int MAX_ITEMS = 32;

    /** Largest version. */
    public static final int MAX_VERSION = 65_535;

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,47}");
    private static final String HEADER = "table KIND NAME version=N";

    private final byte[] bytes;

    private TableText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The text in some bytes, whatever they are. */
    public static TableText of(byte[] bytes) {
        return new TableText(bytes.clone());
    }

    /** A text. */
    public static TableText of(String text) {
        return new TableText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** CRC32C over its bytes, the same on every JDK: what telemetry shows. */
    public long checksum() {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue();
    }

    /** A content that has been read out of a text without any problem. */
    public record Content<T>(T value, String kind, String title, int version, int rows) {}

    /**
     * Reads the text as a table of a kind.
     *
     * @return the content, or null when {@code problems} has any
     */
    public <T> @Nullable Content<T> read(Table<T> table, Dictionary dictionary, Problems problems) {
        Rows rows = rows(dictionary, problems);
        if (rows == null) {
            return null;
        }
        String kind = rows.header().word(1, "the kind");
        if (!kind.equals(table.kind())) {
            problems.add(
                    rows.header().line(), 2, Flaw.UNKNOWN_NAME, "the kind is " + kind + ", expected " + table.kind());
            return null;
        }
        String title = title(rows.header(), problems);
        int version = rows.header().whole("version", 0, MAX_VERSION);
        if (problems.none() && !isHeadedBy(kind, title, version)) {
            rows.header().problem("version", Flaw.WRONG_KIND, "must be a plain number, expected version=" + version);
        }
        T value = table.read(rows);
        rows.end();
        return problems.none()
                ? new Content<>(value, kind, title, version, rows.list().size())
                : null;
    }

    private static String title(Row header, Problems problems) {
        String title = header.word(2, "the name");
        if (!NAME.matcher(title).matches()) {
            problems.add(header.line(), 3, Flaw.WRONG_KIND, "the name is " + title + ", expected " + NAME);
        }
        return title;
    }

    /** The first row with one blank between its items, or an empty text. */
    String firstRow() {
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            List<String> items = items(line);
            if (!items.isEmpty()) {
                return String.join(" ", items);
            }
        }
        return "";
    }

    /** All rows with one blank between their items, without comments. */
    public List<String> plainRows() {
        List<String> rows = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            List<String> items = items(line);
            if (!items.isEmpty()) {
                rows.add(String.join(" ", items));
            }
        }
        return rows;
    }

    /** Whether the first row says exactly that. */
    boolean isHeadedBy(String kind, String title, int version) {
        List<String> items = List.of(firstRow().split(" "));
        return items.size() > 2
                && items.get(0).equals("table")
                && items.get(1).equals(kind)
                && items.get(2).equals(title)
                && items.contains("version=" + version);
    }

    /** The kind that the header names, or an empty text. */
    public String kind() {
        String[] items = firstRow().split(" ");
        return items.length > 1 && items[0].equals("table") ? items[1] : "";
    }

    /** The rows, or null with problems when that is no text of a table. */
    @Nullable
    Rows rows(Dictionary dictionary, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(Flaw.TOO_MANY, "the text has " + bytes.length + " bytes, at most " + MAX_BYTES);
            return null;
        }
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String text : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            line++;
            Row row = row(line, text, dictionary, problems);
            if (row != null) {
                rows.add(row);
            }
        }
        if (rows.size() > MAX_ROWS + 1) {
            problems.add(Flaw.TOO_MANY, (rows.size() - 1) + " rows, at most " + MAX_ROWS);
            return null;
        }
        return problems.none() ? withHeader(rows, dictionary, problems) : null;
    }

    private static @Nullable Rows withHeader(List<Row> rows, Dictionary dictionary, Problems problems) {
        if (rows.isEmpty() || !rows.get(0).word(0, "table").equals("table")) {
            problems.add(rows.isEmpty() ? 0 : rows.get(0).line(), 1, Flaw.MISSING, "expected " + HEADER + " first");
            return null;
        }
        return new Rows(rows.get(0), rows.subList(1, rows.size()), dictionary, problems);
    }

    private static @Nullable Row row(int line, String text, Dictionary dictionary, Problems problems) {
        if (!readable(line, text, problems)) {
            return null;
        }
        List<String> items = items(text);
        if (items.isEmpty()) {
            return null;
        }
        if (items.size() > MAX_ITEMS) {
            problems.add(line, 0, Flaw.TOO_MANY, items.size() + " words and fields, at most " + MAX_ITEMS);
            return null;
        }
        List<String> words = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            take(line, i + 1, items.get(i), words, fields, problems);
        }
        return new Row(line, words, fields, dictionary, problems);
    }

    private static void take(
            int line, int position, String item, List<String> words, Map<String, String> fields, Problems problems) {
        int equals = item.indexOf('=');
        String key = equals < 0 ? item : item.substring(0, equals);
        if (equals < 0 && fields.isEmpty()) {
            words.add(item);
        } else if (equals < 0) {
            problems.add(line, position, Flaw.FORM, item + " stands behind a field, expected key=value");
        } else if (!KEY.matcher(key).matches() || equals == item.length() - 1) {
            problems.add(line, position, Flaw.FORM, item + " is no key=value");
        } else if (fields.putIfAbsent(key, item.substring(equals + 1)) != null) {
            problems.add(line, position, Flaw.DOUBLED, key + " is said twice");
        }
    }

    private static boolean readable(int line, String text, Problems problems) {
        if (text.length() > MAX_LINE) {
            problems.add(line, 0, Flaw.TOO_MANY, text.length() + " characters, at most " + MAX_LINE);
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                String code = Integer.toHexString(c);
                problems.add(line, 0, Flaw.FORM, "character 0x" + code + " at column " + (i + 1) + ", expected ASCII");
                return false;
            }
        }
        return true;
    }

    private static List<String> items(String line) {
        List<String> items = new ArrayList<>();
        for (String item : line.split(" +")) {
            if (item.startsWith("#")) {
                break;
            }
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }
}
