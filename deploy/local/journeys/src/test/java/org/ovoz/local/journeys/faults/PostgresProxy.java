package org.ovoz.local.journeys.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands between a service and PostgreSQL and passes everything on, but for the one moment that a test wants to look at. */
final class PostgresProxy implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final URI database;
    private final ServerSocket socket;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private volatile @Nullable Hold hold;

    private PostgresProxy(URI database, ServerSocket socket) {
        this.database = database;
        this.socket = socket;
    }

    /** @param database as services are told it: {@code postgresql://host:port/name} */
    static PostgresProxy to(String database) {
        try {
            PostgresProxy proxy = new PostgresProxy(
                    URI.create(database), new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "postgresql://localhost:" + socket.getLocalPort() + database.getPath();
    }

    /** From now on; one at a time. */
    Hold set(Hold next) {
        hold = next;
        return next;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket server = new Socket(database.getHost(), database.getPort());
                ProxiedConnection connection = new ProxiedConnection(client, server, () -> Optional.ofNullable(hold));
                connections.add(connection);
                connection.start();
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() {
        Hold last = hold;
        if (last != null) {
            last.close();
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.forEach(ProxiedConnection::close);
        }
    }
}
