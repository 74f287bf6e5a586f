package org.ovoz.local.journeys.faults;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One connection of a service to its database, passed on in both directions until it comes to the hold that is set. */
final class ProxiedConnection {
    private static final int BUFFER = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final Supplier<Optional<Hold>> set;
    private volatile @Nullable Hold answersHeldBy;
    private int statementsMet;

    ProxiedConnection(Socket client, Socket server, Supplier<Optional<Hold>> set) {
        this.client = client;
        this.server = server;
        this.set = set;
    }

    void start() {
        Thread.ofVirtual().name("to the server").start(() -> untilClosed(this::passStatements));
        Thread.ofVirtual().name("to the client").start(() -> untilClosed(this::passAnswers));
    }

    private interface Passing {
        void pass() throws IOException, InterruptedException;
    }

    /** A connection ends with whichever of its ends is closed first. */
    private void untilClosed(Passing passing) {
        try {
            passing.pass();
        } catch (IOException ended) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void passStatements() throws IOException, InterruptedException {
        ClientMessages messages = new ClientMessages(client.getInputStream());
        OutputStream out = server.getOutputStream();
        while (true) {
            ClientMessages.Message message = messages.next();
            Optional<Hold> hold = Optional.ofNullable(message.executes()).flatMap(this::comesTo);
            if (hold.isPresent()) {
                pass(hold.get(), message, out);
            } else {
                out.write(message.bytes());
            }
        }
    }

    private void pass(Hold hold, ClientMessages.Message message, OutputStream out)
            throws IOException, InterruptedException {
        if (hold.reachesServer()) {
            answersHeldBy = hold;
            out.write(message.bytes());
            hold.reach();
        } else {
            hold.reach();
            hold.awaitLetGo();
            throw new EOFException("what was held never reaches the server");
        }
    }

    private Optional<Hold> comesTo(String statement) {
        if (statement.startsWith("BEGIN")) {
            statementsMet = 0;
        }
        Optional<Hold> hold = set.get();
        if (hold.isEmpty() || !statement.contains(hold.get().statements().get(statementsMet))) {
            return Optional.empty();
        }
        statementsMet++;
        if (statementsMet < hold.get().statements().size()) {
            return Optional.empty();
        }
        statementsMet = 0;
        return hold.filter(Hold::take);
    }

    private void passAnswers() throws IOException, InterruptedException {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            Hold hold = answersHeldBy;
            if (hold != null) {
                hold.awaitLetGo();
                answersHeldBy = null;
            }
            out.write(buffer, 0, read);
        }
    }

    void close() {
        try (client;
                server) {
            answersHeldBy = null;
        } catch (IOException e) {
            return;
        }
    }
}
