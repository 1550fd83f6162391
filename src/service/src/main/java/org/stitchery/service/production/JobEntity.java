package org.stitchery.service.production;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.sewing.SewingEstimate;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.order.OrderReleased;

/** One order line's work: written once, when it is released. */
@Entity
@Immutable
@Table(name = "job")
class JobEntity {

    @Id
    UUID id;

    @Column(name = "order_id", nullable = false)
    UUID orderId;

    @Column(name = "order_line_id", nullable = false)
    UUID orderLineId;

    @Column(name = "design_sha256", nullable = false)
    String designSha256;

    @Column(nullable = false)
    String title;

    @Column(name = "customer_name", nullable = false)
    String customerName;

    @Column(nullable = false)
    int quantity;

    @Column(name = "stitches_total", nullable = false)
    int stitchesTotal;

    @Column(name = "colors", nullable = false)
    int colors;

    @Column(name = "width_mm", nullable = false)
    double widthMm;

    @Column(name = "height_mm", nullable = false)
    double heightMm;

    /** Machine time of one garment. */
    @Column(nullable = false)
    double minutes;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected JobEntity() {}

    JobEntity(UUID id, OrderReleased released, DesignRecord design) {
        this.id = id;
        orderId = released.orderId();
        orderLineId = released.orderLineId();
        designSha256 = released.designSha256();
        title = released.title();
        customerName = released.customerName();
        quantity = released.quantity();
        stitchesTotal = design.pattern().count(StitchCommand.STITCH);
        colors = design.pattern().count(StitchCommand.COLOR_CHANGE) + 1;
        Extents extents = design.pattern().extents();
        widthMm = extents.widthMm();
        heightMm = extents.heightMm();
        minutes = SewingEstimate.of(design.pattern()).machineTime().toMillis() / 60_000.0;
    }
}
