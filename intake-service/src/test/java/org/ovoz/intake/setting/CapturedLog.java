package org.ovoz.intake.setting;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Every line that was logged since intake's start, with the traces of exceptions. */
public final class CapturedLog extends Handler {

    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private final Formatter formatter = new SimpleFormatter();

    static void begin() {
        CapturedLog log = new CapturedLog();
        log.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(log);
    }

    public static List<String> lines() {
        return LINES;
    }

    @Override
    public void publish(LogRecord record) {
        LINES.add(formatter.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
