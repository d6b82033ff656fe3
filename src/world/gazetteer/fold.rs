//! How names are compared. `data/build/names.py` does the same to the names that are stored.

use unicode_normalization::UnicodeNormalization;

/// The name in lower case, without accents, spaces and punctuation, so that `St. Gallen` and `st-gallen` are the same.
/// Accents are dropped from Latin, Greek and Cyrillic; other scripts stay as they are.
pub fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    }
    let lower = name.nfkd().flat_map(char::to_lowercase).nfkd();
    let mut folded = String::with_capacity(name.len());
    for character in lower {
        match character {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ŧ' => folded.push('t'),
            'ŋ' => folded.push('n'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            _ if is_dropped(character) => {}
            _ => folded.push(character),
        }
    }
    folded
}

fn is_dropped(character: char) -> bool {
    match character {
        '\0'..='\x7F' => !character.is_ascii_alphanumeric(),
        // Latin-1's punctuation, modifier letters and combining accents, dashes and quotation marks, CJK punctuation,
        // the katakana middle dot.
        '\u{80}'..='\u{BF}'
        | '\u{2B0}'..='\u{36F}'
        | '\u{2000}'..='\u{206F}'
        | '\u{3000}'..='\u{303F}'
        | '\u{30FB}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_accents_case_and_punctuation_are_the_same() {
        for (one, other) in
            [("Łódź", "lodz"), ("São Paulo", "SAO-PAULO"), ("İstanbul", "Istanbul"), ("Xi’an", "xian"), ("Ё", "е")]
        {
            assert_eq!(fold(one), fold(other));
        }
    }

    #[test]
    fn composed_and_decomposed_hangul_are_the_same() {
        assert_eq!(fold("평양"), fold("\u{1111}\u{1167}\u{11BC}\u{110B}\u{1163}\u{11BC}"));
    }
}
