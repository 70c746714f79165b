package dev.rejoin.crdt.recipes;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Syncs a replica by a blob on a server that understands nothing of it. Whoever puts has merged
 * what is there, and is refused when that has changed meanwhile; then somebody else got on.
 */
final class HttpBlob {

  private final HttpClient http;
  private final URI address;
  private final Replica<ORSet<String>> replica;

  HttpBlob(HttpClient http, URI address, Replica<ORSet<String>> replica) {
    this.http = http;
    this.address = address;
    this.replica = replica;
  }

  /** Takes in what the server has, and gives it what it lacks. */
  void sync() throws IOException, InterruptedException {
    boolean isRefused = true;
    while (isRefused) {
      HttpResponse<byte[]> stored = get();
      if (stored.statusCode() == 200 && !merge(Texts.changes(stored.body()))) {
        return; // the server lacks nothing
      }
      isRefused = put(stored, Texts.of(replica.snapshot())).statusCode() == 412;
    }
  }

  /** Merges, and returns whether there is more in the replica than that. */
  private boolean merge(Changes<ORSet<String>> stored) {
    if (replica.merge(stored) == Outcome.NEW_ID) {
      replica.merge(stored);
    }
    return !stored.version().includes(replica.version());
  }

  private HttpResponse<byte[]> get() throws IOException, InterruptedException {
    HttpRequest get = HttpRequest.newBuilder(address).build();
    return checked(http.send(get, BodyHandlers.ofByteArray()), 200, 404);
  }

  /** Puts in place of what was stored, or where nothing was. */
  private HttpResponse<byte[]> put(HttpResponse<byte[]> stored, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder put = HttpRequest.newBuilder(address).PUT(BodyPublishers.ofByteArray(body));
    stored
        .headers()
        .firstValue("ETag")
        .ifPresentOrElse(
            tag -> put.header("If-Match", tag), () -> put.header("If-None-Match", "*"));
    return checked(http.send(put.build(), BodyHandlers.ofByteArray()), 204, 412);
  }

  private static HttpResponse<byte[]> checked(HttpResponse<byte[]> response, int one, int other)
      throws IOException {
    if (response.statusCode() != one && response.statusCode() != other) {
      throw new IOException(
          "status must be %d or %d, was %d".formatted(one, other, response.statusCode()));
    }
    return response;
  }
}
