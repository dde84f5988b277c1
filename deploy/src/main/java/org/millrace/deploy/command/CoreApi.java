package org.millrace.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.millrace.client.CoreClient;
import org.millrace.client.CoreLogin;
import org.millrace.client.CorePatience;
import org.millrace.client.CoreUnreachable;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.terminal.Problems;

/** The core's API as the operator: files to it, and lists and problems from it, as they come. */
final class CoreApi {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Instance instance;
  private final CoreClient client;

  CoreApi(Instance instance) {
    this.instance = instance;
    CoreLogin operator = new CoreLogin("operator", instance.secrets().read("operator.password"));
    this.client =
        new CoreClient(
            URI.create(instance.ports().coreUrl()), operator, CorePatience.once(PATIENCE));
  }

  CoreApi login() {
    try {
      client.loggedIn();
      return this;
    } catch (CoreUnreachable e) {
      throw unreachable(Problems.why(e));
    }
  }

  InputStream get(String path) {
    return send(request(path).GET());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(client.at(path));
  }

  /** Sends; an answer other than 2xx becomes a refusal in the core's own words. */
  InputStream send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response = client.stream(request);
      if (response.statusCode() / 100 != 2) {
        String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        throw new Refusal(Problems.text(body) + hint(response.statusCode()));
      }
      return response.body();
    } catch (IOException e) {
      throw unreachable(Problems.why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while waiting for the core.");
    }
  }

  private String hint(int status) {
    return status == 401
        ? " (the password in " + instance.secrets().file("operator.password") + " was refused)"
        : "";
  }

  private static Refusal unreachable(String cause) {
    return new Refusal(
        "The core does not answer ("
            + cause
            + "). See ./millrace status; what was committed stays, so repeat the command.");
  }
}
