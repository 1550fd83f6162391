package org.stitchery.service.machine;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stitchery.embroidery.model.Hoop;

/** A machine's row, without the columns of its lease: those belong to {@link LeaseBook}. */
@Entity
@Table(name = "machine")
class MachineEntity {

    @Id
    UUID id;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String uri;

    @Column(nullable = false)
    String driver;

    @Convert(converter = SettingsText.class)
    @Column(nullable = false)
    Map<String, String> settings;

    @Column(name = "hoop_name", nullable = false)
    String hoopName;

    @Column(name = "hoop_width_mm", nullable = false)
    double hoopWidthMm;

    @Column(name = "hoop_height_mm", nullable = false)
    double hoopHeightMm;

    @Column(nullable = false)
    int heads;

    @Column(nullable = false)
    int needles;

    @Convert(converter = NeedleThreadsText.class)
    @Column(name = "needle_threads", nullable = false)
    List<NeedleThread> needleThreads;

    @Column(name = "stitches_per_minute", nullable = false)
    int stitchesPerMinute;

    @Column(nullable = false)
    String dialect;

    @Column(name = "in_service", nullable = false)
    boolean inService;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected MachineEntity() {}

    @SuppressWarnings("NullAway.Init") // the form sets the rest
    MachineEntity(UUID id, MachineForm form) {
        this.id = id;
        this.inService = true;
        set(form);
    }

    final void set(MachineForm form) {
        name = form.name();
        uri = form.uri();
        driver = form.driver();
        settings = form.settings();
        hoopName = form.hoop().name();
        hoopWidthMm = form.hoop().widthMm();
        hoopHeightMm = form.hoop().heightMm();
        heads = form.heads();
        needles = form.needles();
        needleThreads = form.needleThreads();
        stitchesPerMinute = form.stitchesPerMinute();
        dialect = form.dialect();
    }

    Hoop hoop() {
        return new Hoop(hoopName, hoopWidthMm, hoopHeightMm);
    }
}
