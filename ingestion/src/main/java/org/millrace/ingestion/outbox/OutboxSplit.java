package org.millrace.ingestion.outbox;

import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The one thing to read: the outbox from a frontier on. */
record OutboxSplit(Frontier from) implements SourceSplit {

  static final String ID = "outbox";

  @Override
  public String splitId() {
    return ID;
  }

  static final class Serializer implements SimpleVersionedSerializer<OutboxSplit> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(OutboxSplit split) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(256);
      FrontierBytes.write(split.from(), out);
      return out.getCopyOfBuffer();
    }

    @Override
    public OutboxSplit deserialize(int version, byte[] bytes) throws IOException {
      if (version != getVersion()) {
        throw new IOException(
            "A checkpoint holds an outbox split of version "
                + version
                + "; this build reads version "
                + getVersion()
                + ". Start without that checkpoint.");
      }
      return new OutboxSplit(FrontierBytes.read(new DataInputDeserializer(bytes)));
    }
  }
}
