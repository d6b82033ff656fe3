//! A zip archive of files that are stored as they are (APPNOTE 6.3.10, sections 4.3.7 to 4.3.16): all that a project of
//! QGIS asks for, without the time of day in it.

/// 1 January 1980, where the clock of zip begins.
const DAY: u16 = 0x21;
/// What an archive of stored files asks a reader for, and UTF-8 in names.
const VERSION: u16 = 20;
const UTF_8: u16 = 1 << 11;

/// The archive. Names and sizes are those of a few small files.
pub(super) fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let mut entry = Vec::new();
        short(&mut entry, &[VERSION, UTF_8, 0, 0, DAY]);
        let size = content.len() as u32;
        long(&mut entry, &[crc32fast::hash(content), size, size]);
        short(&mut entry, &[name.len() as u16, 0]);

        long(&mut directory, &[0x0201_4b50]);
        short(&mut directory, &[VERSION]);
        directory.extend(&entry);
        // No comment, the first disk, no attributes.
        short(&mut directory, &[0, 0, 0]);
        long(&mut directory, &[0, bytes.len() as u32]);
        directory.extend(name.as_bytes());

        long(&mut bytes, &[0x0403_4b50]);
        bytes.extend(&entry);
        bytes.extend(name.as_bytes());
        bytes.extend(content);
    }
    let at = bytes.len() as u32;
    let count = files.len() as u16;
    bytes.extend(&directory);
    long(&mut bytes, &[0x0605_4b50]);
    short(&mut bytes, &[0, 0, count, count]);
    long(&mut bytes, &[directory.len() as u32, at]);
    short(&mut bytes, &[0]);
    bytes
}

fn short(bytes: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        bytes.extend(number.to_le_bytes());
    }
}

fn long(bytes: &mut Vec<u8>, numbers: &[u32]) {
    for number in numbers {
        bytes.extend(number.to_le_bytes());
    }
}
