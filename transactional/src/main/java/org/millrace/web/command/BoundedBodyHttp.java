package org.millrace.web.command;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;

/**
 * A request whose body may be neither larger than allowed nor slower than {@value #SLOWEST} bytes a
 * second after a first pause: a thread waits for it while it comes.
 */
final class BoundedBodyHttp extends HttpServletRequestWrapper {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final long SLOWEST = 10_000;

  private final long largest;

  BoundedBodyHttp(HttpServletRequest request, long largest) {
    super(request);
    this.largest = largest;
    if (request.getContentLengthLong() > largest) {
      throw tooLarge(largest);
    }
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream(), largest);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static RequestRefused tooLarge(long largest) {
    return new RequestRefused(
        ProblemAnswer.of(
            ProblemType.BODY_TOO_LARGE,
            "This request may have at most " + largest + " bytes: split it."));
  }

  private static final class Bounded extends ServletInputStream {
    private final ServletInputStream inner;
    private final long largest;
    private final long begun = System.nanoTime();
    private long received;

    Bounded(ServletInputStream inner, long largest) {
      this.inner = inner;
      this.largest = largest;
    }

    @Override
    public int read() throws IOException {
      int one = inner.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = inner.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      received += bytes;
      if (received > largest) {
        throw tooLarge(largest);
      }
      long allowed = PAUSE.toNanos() + Duration.ofSeconds(1).toNanos() * (received / SLOWEST);
      if (System.nanoTime() - begun > allowed) {
        throw new RequestRefused(
            ProblemAnswer.of(
                ProblemType.BODY_TOO_SLOW,
                "After %d s only %d bytes of the body had come. Send it at once."
                    .formatted(PAUSE.toSeconds(), received)));
      }
    }

    @Override
    public boolean isFinished() {
      return inner.isFinished();
    }

    @Override
    public boolean isReady() {
      return inner.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("Bodies are read by the thread that answers");
    }
  }
}
