package org.ovoz.local.servers.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ovoz.local.servers.process.Artifacts;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.JavaCommand;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.process.ServiceProcess;

/** A real Kafka broker in a process of its own; its log stays in {@code data/<name>} of the directory. */
public final class KafkaServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final ServiceProcess process;
    private final int port;

    private KafkaServer(ServiceProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the broker and waits until it takes connections. */
    public static KafkaServer start(String name, LocalDirectory directory, int port, int controllerPort) {
        FreePorts.require(port, name);
        FreePorts.require(controllerPort, name + "'s controller");
        Path settings = directory.data(name + ".properties");
        write(settings, new KafkaSettings(directory.data(name), port, controllerPort).asProperties());
        List<String> command =
                JavaCommand.main(JAVA_OPTIONS, classPath(), KafkaMain.class.getName(), settings.toString());
        ServiceProcess process = ServiceProcess.start(name, command, Map.of(), directory);
        process.awaitReady(READY_WITHIN, () -> accepts(port));
        return new KafkaServer(process, port);
    }

    public String bootstrap() {
        return "localhost:" + port;
    }

    public void create(List<Topic> topics) {
        new Topics(bootstrap()).create(topics);
    }

    public ServiceProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }

    private static List<Path> classPath() {
        return Stream.concat(
                        Stream.of(Artifacts.holding(KafkaServer.class)),
                        Artifacts.listedBeside(KafkaServer.class, "kafka.classpath").stream())
                .toList();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
