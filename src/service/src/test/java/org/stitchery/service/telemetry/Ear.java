package org.stitchery.service.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Hears everything that is said at a broker. */
final class Ear implements MqttLink.Listener {

    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private volatile boolean listens;
    private volatile @Nullable MqttLink link;

    void hearsOn(MqttLink own) {
        link = own;
    }

    MqttLink link() {
        MqttLink own = link;
        if (own == null) {
            throw new IllegalStateException("nobody hears yet");
        }
        return own;
    }

    boolean listens() {
        return listens;
    }

    /** In the order in which it came. */
    List<Message> heard() {
        return List.copyOf(heard);
    }

    List<String> texts(String topic) {
        return heard.stream()
                .filter(message -> message.topic().equals(topic))
                .map(Ear::text)
                .toList();
    }

    String last(String topic) {
        List<String> all = texts(topic);
        return all.get(all.size() - 1);
    }

    static String text(Message message) {
        return new String(message.payload(), UTF_8);
    }

    void forget() {
        heard.clear();
    }

    @Override
    public Message will() {
        return new Message("ear", new byte[0], false, false);
    }

    @Override
    public void up() {
        link().subscribe(Map.of("#", 1), () -> listens = true);
    }

    @Override
    public void down() {
        listens = false;
    }

    @Override
    public void heard(String topic, byte[] payload) {
        heard.add(new Message(topic, payload, true, false));
    }
}
