package org.millrace.dashboards.cockpit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A request whose body may be neither larger than allowed nor slower than {@value #SLOWEST} bytes a
 * second after a first pause: a thread waits for it while it comes.
 */
public final class BoundedBody extends HttpServletRequestWrapper {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final long SLOWEST = 10_000;

  private final long largest;

  /**
   * The request with that bound.
   *
   * @throws Refused when it says itself that its body is larger
   */
  public BoundedBody(HttpServletRequest request, long largest) throws Refused {
    super(request);
    this.largest = largest;
    if (request.getContentLengthLong() > largest) {
      throw tooLarge(largest);
    }
  }

  /** A body that is too large, or too slow to be waited for. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    private Refused(int status, String detail) {
      super(detail);
      this.status = status;
    }

    /** What is answered. */
    public ProblemAnswer answer() {
      String title = status == 413 ? "The body is too large" : "The body is too slow";
      return ProblemAnswer.of(status, title, String.valueOf(getMessage()));
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

  private static Refused tooLarge(long largest) {
    return new Refused(413, "This request has at most " + largest + " bytes");
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
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = inner.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
      } catch (IOException failure) {
        if (failure instanceof SocketTimeoutException
            || failure.getCause() instanceof SocketTimeoutException) {
          throw tooSlow();
        }
        throw failure;
      }
    }

    private void count(int bytes) throws Refused {
      received += bytes;
      if (received > largest) {
        throw tooLarge(largest);
      }
      long allowed = PAUSE.toNanos() + Duration.ofSeconds(1).toNanos() * (received / SLOWEST);
      if (System.nanoTime() - begun > allowed) {
        throw tooSlow();
      }
    }

    private Refused tooSlow() {
      long waited = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      return new Refused(
          408,
          "After %d s only %d bytes of the body had come: send it at once"
              .formatted(waited, received));
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
