package dev.rejoin.crdt.recipes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A server that stores one blob and understands nothing of it, as any object storage does: it is
 * replaced only by who knows its ETag.
 */
final class BlobStore implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private byte @Nullable [] blob; // guarded by this
  private int version; // guarded by this
  private int refused; // guarded by this

  BlobStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/list", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://%s:%d/list"
            .formatted(
                server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort()));
  }

  /** Returns how many were told that the blob has changed meanwhile. */
  synchronized int refused() {
    return refused;
  }

  synchronized void put(byte[] bytes) {
    blob = bytes;
    version++;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange);
        case "PUT" -> exchange.sendResponseHeaders(replace(exchange, sent) ? 204 : 412, -1);
        default -> exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private synchronized void get(HttpExchange exchange) throws IOException {
    if (blob == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.getResponseHeaders().set("ETag", tag());
      exchange.sendResponseHeaders(200, blob.length);
      exchange.getResponseBody().write(blob);
    }
  }

  private synchronized boolean replace(HttpExchange exchange, byte[] sent) {
    String match = exchange.getRequestHeaders().getFirst("If-Match");
    String noneMatch = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (blob == null ? "*".equals(noneMatch) : tag().equals(match)) {
      put(sent);
      return true;
    }
    refused++;
    return false;
  }

  private synchronized String tag() {
    return "\"" + version + "\"";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
