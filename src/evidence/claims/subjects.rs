//! Which indicator a figure is said of, where the catalogue gives it words of its own.

use super::sample::{claim, reach};
use crate::evidence::Failure;

const TWO: &str =
    "Tỷ lệ trẻ nhà trẻ đến trường đạt 50%; tỷ lệ học sinh bán trú đạt 50%. Trường có mạng đạt 50%.";

#[test]
fn the_quote_of_a_neighbour_with_the_same_figure_proves_nothing() {
    let nursery = |quote| claim(TWO, quote, reach("50")).called(&["nhà trẻ"]);
    assert!(nursery("trẻ nhà trẻ đến trường đạt 50%").prove().is_ok());
    assert!(matches!(nursery("Trường có mạng đạt 50%").failure(), Failure::Unnamed { .. }));
    let boarders = |quote| claim(TWO, quote, reach("50")).called(&["bán trú"]);
    assert!(boarders("học sinh bán trú đạt 50%").prove().is_ok());
    assert!(
        matches!(boarders("trẻ nhà trẻ đến trường đạt 50%").failure(), Failure::Unnamed { .. }),
        "the word stands after the figure"
    );
    assert!(
        matches!(nursery("học sinh bán trú đạt 50%").failure(), Failure::Unnamed { .. }),
        "it stands before the semicolon"
    );
    assert!(
        nursery("Tỷ lệ trẻ nhà trẻ đến trường đạt 50%; tỷ lệ học sinh bán trú đạt [50%]")
            .prove()
            .is_ok(),
        "the author's own quote"
    );
    assert!(
        claim(TWO, "Trường có mạng đạt 50%", reach("50")).prove().is_ok(),
        "no words are asked for"
    );
}

#[test]
fn the_words_may_open_the_sentence_the_unit_or_the_table_or_stand_in_a_heading() {
    let case =
        claim("Đối với học sinh bán trú, bố trí chỗ ở đạt 50%.", "chỗ ở đạt 50%", reach("50"));
    assert!(case.called(&["bán trú"]).prove().is_ok());
    let case =
        claim("Học sinh bán trú: đủ chỗ ở. Nước sạch đạt 50%.", "Nước sạch đạt 50%", reach("50"));
    assert!(case.clone().called(&["bán trú"]).prove().is_ok());
    assert!(case.called(&["nội trú"]).prove().is_err());
    let case = claim("Chỗ ở đạt 50%.", "Chỗ ở đạt 50%", reach("50")).called(&["bán trú"]);
    assert!(case.prove().is_err());
    assert!(case.clone().under(&["Học sinh bán trú"], "").prove().is_ok());
    assert!(
        case.clone().under(&[], "Học sinh bán trú").prove().is_err(),
        "a plan's title names no indicator"
    );
    assert!(case.in_table("Tỷ lệ", &["Học sinh bán trú"]).prove().is_ok());
}

#[test]
fn case_and_the_place_of_a_tone_do_not_matter_but_the_tone_does() {
    let case = claim("Xã hoàn thành XOÁ MÙ CHỮ đạt 50%.", "XOÁ MÙ CHỮ đạt 50%", reach("50"));
    assert!(case.clone().called(&["xóa mù chữ"]).prove().is_ok());
    assert!(case.clone().called(&["xoa mu chu"]).prove().is_err());
    assert!(case.called(&["mù"]).prove().is_ok());
    let case = claim("Class-rooms of 5-year-olds reach 50%.", "5-year-olds reach 50%", reach("50"))
        .english();
    assert!(case.clone().called(&["5-year-old"]).prove().is_ok(), "an English plural");
    assert!(case.called(&["year-ol"]).prove().is_err(), "whole words");
}
