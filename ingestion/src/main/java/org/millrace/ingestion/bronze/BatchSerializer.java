package org.millrace.ingestion.bronze;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DataFile;
import org.millrace.ingestion.bronze.table.FileContent;
import org.millrace.ingestion.bronze.table.Part;
import org.millrace.ingestion.bronze.table.Partition;
import org.millrace.ingestion.outbox.Frontier;
import org.millrace.ingestion.outbox.FrontierBytes;

/** Batches as bytes between the operators and in checkpoints. */
final class BatchSerializer implements SimpleVersionedSerializer<Batch> {

  @Override
  public int getVersion() {
    return 1;
  }

  @Override
  public byte[] serialize(Batch batch) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    out.writeLong(batch.completeToMillis());
    out.writeInt(batch.parts().size());
    for (Part part : batch.parts()) {
      out.writeUTF(part.table().name());
      FrontierBytes.write(part.reached(), out);
      out.writeInt(part.files().size());
      for (DataFile file : part.files()) {
        write(file, out);
      }
    }
    return out.getCopyOfBuffer();
  }

  private static void write(DataFile file, DataOutputSerializer out) throws IOException {
    out.writeUTF(file.path());
    out.writeLong(file.bytes());
    out.writeLong(file.modifiedAt());
    out.writeUTF(file.partition().domain());
    out.writeInt(file.partition().day());
    out.writeLong(file.content().rows());
    out.writeLong(file.content().lastPosition());
    byte[] statistics = file.content().statistics().getBytes(StandardCharsets.UTF_8);
    out.writeInt(statistics.length);
    out.write(statistics);
  }

  @Override
  public Batch deserialize(int version, byte[] bytes) throws IOException {
    if (version != getVersion()) {
      throw new IOException(
          "A checkpoint holds a batch of version "
              + version
              + "; this build reads version "
              + getVersion()
              + ". Start without that checkpoint.");
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    long completeTo = in.readLong();
    int count = in.readInt();
    List<Part> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      BronzeTable table = BronzeTable.valueOf(in.readUTF());
      Frontier reached = FrontierBytes.read(in);
      int fileCount = in.readInt();
      List<DataFile> files = new ArrayList<>(fileCount);
      for (int f = 0; f < fileCount; f++) {
        files.add(readFile(in));
      }
      parts.add(new Part(table, reached, files));
    }
    return new Batch(parts, completeTo);
  }

  private static DataFile readFile(DataInputDeserializer in) throws IOException {
    String path = in.readUTF();
    long bytes = in.readLong();
    long modifiedAt = in.readLong();
    Partition partition = new Partition(in.readUTF(), in.readInt());
    long rows = in.readLong();
    long lastPosition = in.readLong();
    byte[] statistics = new byte[in.readInt()];
    in.readFully(statistics);
    return new DataFile(
        path,
        bytes,
        modifiedAt,
        partition,
        new FileContent(rows, lastPosition, new String(statistics, StandardCharsets.UTF_8)));
  }
}
