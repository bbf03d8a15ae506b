package coalition;

import java.util.List;

/**
 * The settings of one feature: what they are called and how they become its record. One implementation a feature, each named in
 * {@link Settings}.
 */
interface SettingsSource<T> {
    /** Every setting this feature reads. */
    List<Setting> settings();

    /** The feature's record; problems are told to the reader, which goes on with the default. */
    T read(SettingsReader reader);
}
