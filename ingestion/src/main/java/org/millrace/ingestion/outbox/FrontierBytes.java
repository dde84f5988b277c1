package org.millrace.ingestion.outbox;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A frontier as bytes in checkpoints and committables. */
public final class FrontierBytes {

  private FrontierBytes() {}

  /** Writes all fields in order. */
  public static void write(Frontier frontier, DataOutput out) throws IOException {
    out.writeUTF(frontier.run());
    out.writeLong(frontier.sequence());
    out.writeUTF(frontier.done());
    out.writeUTF(frontier.target());
    out.writeLong(frontier.tx());
    out.writeLong(frontier.position());
  }

  /** Reads what {@link #write} wrote. */
  public static Frontier read(DataInput in) throws IOException {
    return new Frontier(
        in.readUTF(), in.readLong(), in.readUTF(), in.readUTF(), in.readLong(), in.readLong());
  }
}
