import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Who needs this node. A holder is an open connection: when its process ends, however it ends, the
 * operating system closes the connection, and the node ends with the last of them.
 *
 * <p>A client sends {@code TOKEN hold|keep|end|look}. Answers: {@code ours}; then, to hold and keep,
 * {@code ready URL} as soon as the node answers; to end and look, and to the line {@code bye}, {@code
 * stays HOLDERS kept|unkept URL}, or {@code stops} where nobody is left; the connection then ends
 * with the process. "keep" is a hold without a connection, which "end" takes back.
 */
final class Holders {
  private static final long FIRST_HOLDER_MS = 15_000;

  private final String token = UUID.randomUUID().toString();
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private int holders = 0;
  private boolean kept = false;
  private boolean used = false;
  private boolean stopping = false;
  private String url = "";

  private Holders() throws IOException {}

  /** Listens on a free port and says in the state file on which. */
  static Holders listen(Path state) throws IOException {
    Holders holders = new Holders();
    daemon(holders::accept);
    Path written = state.resolveSibling("running.json.new");
    Files.writeString(
        written,
        String.format(
            "{\"pid\":%d,\"port\":%d,\"token\":\"%s\"}%n",
            ProcessHandle.current().pid(), holders.server.getLocalPort(), holders.token));
    Files.move(written, state, StandardCopyOption.ATOMIC_MOVE);
    return holders;
  }

  synchronized void ready(String address) {
    url = address;
    notifyAll();
  }

  /** Returns when the last holder has left, or when nobody ever came. */
  synchronized void awaitLast() throws InterruptedException {
    long patience = System.currentTimeMillis() + FIRST_HOLDER_MS;
    while (!stopping) {
      if (!used && System.currentTimeMillis() > patience) stopping = true;
      wait(1_000);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "holders");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException error) {
      System.err.println("No holder can come any more: " + error);
    }
  }

  private void serve(Socket socket) {
    boolean holds = false;
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      String[] words = String.valueOf(in.readLine()).split(" ");
      if (words.length != 2 || !words[0].equals(token)) return;
      out.println("ours");
      if (words[1].equals("hold") || words[1].equals("keep")) {
        holds = hold();
        if (!holds) return;
        out.println("ready " + awaitReady());
        if (words[1].equals("keep")) keep();
        in.readLine();
        holds = false;
        leave(1);
      }
      if (words[1].equals("end")) end();
      String answer = answer();
      out.println(answer);
      // The connection ends with the process, which tells the client when all is written.
      if (answer.equals("stops")) Thread.sleep(Long.MAX_VALUE);
    } catch (IOException | InterruptedException error) {
      // The client went away, which says the same as its "bye".
    } finally {
      if (holds) leave(1);
    }
  }

  private synchronized boolean hold() {
    if (stopping) return false;
    used = true;
    holders += 1;
    return true;
  }

  private synchronized void keep() {
    kept = !stopping;
  }

  private synchronized void end() {
    kept = false;
    used = true;
    leave(0);
  }

  /** Leaving and deciding are one step: whoever comes after it finds the node stopping. */
  private synchronized void leave(int leaving) {
    holders -= leaving;
    if (holders == 0 && !kept) stopping = true;
    notifyAll();
  }

  private synchronized String awaitReady() throws InterruptedException {
    while (url.isEmpty()) wait();
    return url;
  }

  private synchronized String answer() {
    if (stopping) return "stops";
    return "stays " + holders + " " + (kept ? "kept" : "unkept") + " " + url;
  }
}
