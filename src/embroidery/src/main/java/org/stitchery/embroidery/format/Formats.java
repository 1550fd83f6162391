package org.stitchery.embroidery.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stitchery.embroidery.format.ameco.NewFormat;
import org.stitchery.embroidery.format.barudan.BarudanDatFormat;
import org.stitchery.embroidery.format.barudan.DsbFormat;
import org.stitchery.embroidery.format.barudan.U01Format;
import org.stitchery.embroidery.format.bitsandvolts.BroFormat;
import org.stitchery.embroidery.format.brother.PecFormat;
import org.stitchery.embroidery.format.brother.PesFormat;
import org.stitchery.embroidery.format.brother.PhFormat;
import org.stitchery.embroidery.format.dat.DatFormat;
import org.stitchery.embroidery.format.datastitch.StxFormat;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.format.elna.EmdFormat;
import org.stitchery.embroidery.format.eltac.ExyFormat;
import org.stitchery.embroidery.format.exp.ExpFormat;
import org.stitchery.embroidery.format.gcode.GcodeFormat;
import org.stitchery.embroidery.format.gunold.StcFormat;
import org.stitchery.embroidery.format.happy.TapFormat;
import org.stitchery.embroidery.format.husqvarna.HusFormat;
import org.stitchery.embroidery.format.husqvarna.ShvFormat;
import org.stitchery.embroidery.format.husqvarna.VipFormat;
import org.stitchery.embroidery.format.husqvarna.Vp3Format;
import org.stitchery.embroidery.format.inbro.InbFormat;
import org.stitchery.embroidery.format.janome.JefFormat;
import org.stitchery.embroidery.format.janome.JpxFormat;
import org.stitchery.embroidery.format.janome.SewFormat;
import org.stitchery.embroidery.format.mitsubishi.MitFormat;
import org.stitchery.embroidery.format.pat.PatFormat;
import org.stitchery.embroidery.format.pfaff.KsmFormat;
import org.stitchery.embroidery.format.pfaff.MaxFormat;
import org.stitchery.embroidery.format.pfaff.PcmFormat;
import org.stitchery.embroidery.format.pfaff.PcsFormat;
import org.stitchery.embroidery.format.pfaff.SpxFormat;
import org.stitchery.embroidery.format.singer.CsdFormat;
import org.stitchery.embroidery.format.singer.XxxFormat;
import org.stitchery.embroidery.format.sunstar.SstFormat;
import org.stitchery.embroidery.format.sunstar.SunstarDatFormat;
import org.stitchery.embroidery.format.tajima.T01Format;
import org.stitchery.embroidery.format.tajima.T09Format;
import org.stitchery.embroidery.format.tajima.T15Format;
import org.stitchery.embroidery.format.tajima.TbfFormat;
import org.stitchery.embroidery.format.toyota.Toyota100Format;
import org.stitchery.embroidery.format.toyota.Toyota10oFormat;
import org.stitchery.embroidery.format.zenghsing.ZhsFormat;
import org.stitchery.embroidery.format.zsk.DszFormat;
import org.stitchery.embroidery.format.zsk.FxyFormat;
import org.stitchery.embroidery.format.zsk.GtFormat;
import org.stitchery.embroidery.format.zsk.ZskNativeFormat;
import org.stitchery.embroidery.format.zsk.ZxyFormat;

/** The one list of formats we know, industrial ones first. A new format is one line here. */
public final class Formats {

    private static final List<EmbroideryFormat> ALL = Stream.concat(
                    Stream.of(
                            DstFormat.DST,
                            ExpFormat.EXP,
                            U01Format.U01,
                            DsbFormat.DSB,
                            DszFormat.DSZ,
                            TbfFormat.TBF,
                            TapFormat.TAP,
                            KsmFormat.KSM,
                            FxyFormat.FXY,
                            GtFormat.GT,
                            Toyota10oFormat.TOYOTA_10O,
                            Toyota100Format.TOYOTA_100,
                            ExyFormat.EXY,
                            ZxyFormat.ZXY,
                            StcFormat.STC,
                            InbFormat.INB,
                            NewFormat.NEW,
                            SstFormat.SST,
                            DatFormat.DAT,
                            BarudanDatFormat.BARUDAN_DAT,
                            SunstarDatFormat.SUNSTAR_DAT,
                            MitFormat.MIT,
                            T01Format.T01,
                            T09Format.T09,
                            T15Format.T15,
                            ZskNativeFormat.ZSK,
                            StxFormat.STX,
                            BroFormat.BRO,
                            PatFormat.PAT,
                            PecFormat.PEC,
                            PesFormat.PES,
                            PhFormat.PHB,
                            PhFormat.PHC,
                            JefFormat.JEF,
                            JpxFormat.JPX,
                            SewFormat.SEW,
                            Vp3Format.VP3,
                            HusFormat.HUS,
                            VipFormat.VIP,
                            ShvFormat.SHV,
                            XxxFormat.XXX,
                            CsdFormat.CSD,
                            PcsFormat.PCS,
                            PcsFormat.PCD,
                            PcsFormat.PCQ,
                            PcmFormat.PCM,
                            MaxFormat.MAX,
                            SpxFormat.SPX,
                            EmdFormat.EMD,
                            ZhsFormat.ZHS),
                    GcodeFormat.ALL.stream())
            .toList();

    private Formats() {}

    /** All formats in the order of preference. */
    public static List<EmbroideryFormat> all() {
        return ALL;
    }

    /** By its id, in any case: {@code "dst"}. */
    public static Optional<EmbroideryFormat> byId(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(format -> format.id().equals(wanted)).findFirst();
    }

    /** By the ending of a file's name, in any case; the first in the list when several share it. */
    public static Optional<EmbroideryFormat> byFileName(String fileName) {
        String ending = ending(fileName);
        return ALL.stream()
                .filter(format -> format.extensions().contains(ending))
                .findFirst();
    }

    /** Likewise, the first in the list that is written. */
    public static Optional<EmbroideryFormat> writtenByFileName(String fileName) {
        String ending = ending(fileName);
        return ALL.stream()
                .filter(format -> format.extensions().contains(ending))
                .filter(format -> format.writer().isPresent())
                .findFirst();
    }

    /**
     * The format the content looks like most. A mark decides against any name; where there is none, the ending of the name
     * does among the formats that fit; where nothing fits, the ending alone.
     *
     * @param fileName the file's name or path; empty when there is none
     */
    public static Optional<EmbroideryFormat> detect(byte[] content, String fileName) {
        String ending = ending(fileName);
        EmbroideryFormat best = null;
        int bestWeight = 0;
        for (EmbroideryFormat format : ALL) {
            int weight = weight(format.likeness(content), format.extensions().contains(ending));
            if (weight > bestWeight) {
                best = format;
                bestWeight = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** A mark outweighs any ending, the right ending all else; what only does not contradict needs the ending. */
    private static int weight(Likeness likeness, boolean named) {
        return switch (likeness) {
            case NONE -> named ? 3 : 0;
            case POSSIBLE -> named ? 4 : 0;
            case LIKELY -> named ? 6 : 2;
            case CERTAIN -> named ? 8 : 7;
        };
    }

    /**
     * Reads a file of any format we know.
     *
     * @param fileName the file's name or path, for the error message and where contents alone do not decide
     * @throws FormatException when no format fits or the content is beyond reading
     */
    public static ReadResult read(byte[] content, String fileName, ReadOptions options) throws FormatException {
        Optional<EmbroideryFormat> format = detect(content, fileName);
        Optional<FormatReader> reader = format.flatMap(EmbroideryFormat::reader);
        if (reader.isEmpty()) {
            throw new FormatException(
                    fileName.isEmpty() ? "Stitch file" : fileName,
                    0,
                    "a stitch file of a known format (" + ids() + ")",
                    format.map(f -> f.title() + ", which is only written").orElse("something else"));
        }
        return reader.get().read(content, options);
    }

    private static String ids() {
        return String.join(", ", ALL.stream().map(EmbroideryFormat::id).toList());
    }

    private static String ending(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
