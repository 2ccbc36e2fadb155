//! The list of everything that can be wrong: one code per rule, with its level and its meaning in
//! both languages.

use super::Level;
use crate::language::Localized;

macro_rules! codes {
    ($(
        $(#[doc = $what:literal])+
        $variant:ident = $name:literal $level:ident $($vi:literal)+,
    )+) => {
        /// The name of a rule, as it is shown and as its folder in `tests/diagnostics/` is called.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $what])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            pub fn level(self) -> Level {
                match self { $(Code::$variant => Level::$level,)+ }
            }

            /// What the rule is about, in one sentence.
            pub fn meaning(self) -> Localized<&'static str> {
                match self {
                    $(Code::$variant => Localized::new(
                        concat!($($vi),+),
                        concat!($($what),+).trim_ascii(),
                    ),)+
                }
            }
        }
    };
}

codes! {
    // Files and YAML
    /// A file that content needs is not there.
    MissingFile = "missing-file" Error "Thiếu một tệp mà nội dung cần đến.",
    /// A file is not UTF-8 text.
    NotText = "not-text" Error "Tệp không phải văn bản UTF-8.",
    /// A link or a special file where a file or folder should be.
    LinkedFile = "linked-file" Error "Liên kết hoặc tệp đặc biệt ở chỗ của tệp hay thư mục.",
    /// A file or folder that nothing reads.
    UnknownFile = "unknown-file" Warning "Tệp hoặc thư mục không được dùng đến.",
    /// Not YAML, or YAML that content never needs (aliases, tags, several documents, deep nesting).
    YamlSyntax = "yaml-syntax" Error
        "Không phải YAML, hoặc dùng những thứ mà nội dung không bao giờ cần (bí danh, thẻ, nhiều "
        "tài liệu, lồng quá sâu).",
    /// A field stands twice in one mapping.
    DuplicateField = "duplicate-field" Error "Một trường có hai lần trong cùng một nhóm.",
    /// Words of a skeleton that wait for real ones.
    Unfilled = "unfilled" Warning "Chữ của bản mẫu chưa được thay bằng nội dung thật.",
    /// A field that this file does not have.
    UnknownField = "unknown-field" Error "Trường mà tệp này không có.",
    /// A field that must be there is not.
    MissingField = "missing-field" Error "Thiếu một trường bắt buộc.",
    /// Words given in both languages that do not hold the same numbers.
    WordsDiffer = "words-differ" Warning "Lời ghi bằng hai thứ tiếng không cùng các con số.",
    /// A value of the wrong shape or outside its list.
    WrongValue = "wrong-value" Error "Giá trị sai dạng hoặc ngoài danh sách cho phép.",
    /// A number written the Vietnamese way, or one that YAML reads otherwise than it looks.
    NumberFormat = "number-format" Error
        "Số viết theo lối Việt Nam, hoặc số mà YAML đọc khác với điều nhìn thấy.",
    /// A date that is no date.
    WrongDate = "wrong-date" Error "Ngày không có thật.",
    /// A slug with other letters than `a-z`, `0-9` and `-`, or a reserved one.
    WrongSlug = "wrong-slug" Error "Mã có ký tự khác `a-z`, `0-9` và `-`, hoặc là mã dành riêng.",
    /// Two things with one id.
    DuplicateId = "duplicate-id" Error "Hai thứ cùng một mã.",

    // Plan text
    /// A link in a text that leads nowhere it may lead.
    UnsafeLink = "unsafe-link" Error "Liên kết trong văn bản dẫn đến nơi không được phép.",
    /// A link of a page of prose to a page or file that the portal does not have.
    BrokenLink = "broken-link" Error
        "Liên kết trong trang dẫn đến trang hoặc tệp mà cổng không có.",
    /// A picture in a text: only its words are shown.
    UnshownImage = "unshown-image" Warning "Hình trong văn bản: chỉ lời của hình được hiện.",
    /// Raw HTML in a text: it is shown as text.
    RawHtml = "raw-html" Warning "HTML thô trong văn bản: hiện ra như chữ thường.",
    /// A mark in a text that leads to no footnote.
    FootnoteMissing = "footnote-missing" Error
        "Dấu chú thích trong văn bản không có chú thích tương ứng.",
    /// A footnote that no mark in the text leads to.
    FootnoteUnmarked = "footnote-unmarked" Warning
        "Chú thích mà không dấu nào trong văn bản dẫn đến.",
    /// An impossible date in a plan's text.
    ImpossibleDate = "impossible-date" Warning "Ngày không có trong lịch ở văn bản kế hoạch.",
    /// A clause, unit or mark of a footnote of one language that the other does not have.
    StructureDiffers = "structure-differs" Error
        "Điều khoản, đoạn hoặc dấu chú thích có ở một bản mà không có ở bản kia.",
    /// The numbers of a unit differ between the languages.
    NumbersDiffer = "numbers-differ" Error "Các con số của một đoạn khác nhau giữa hai thứ tiếng.",

    /// The English of a unit was checked against other Vietnamese words than stand there now.
    TranslationBehind = "translation-behind" Warning
        "Bản tiếng Anh của một đoạn được đối chiếu với lời tiếng Việt khác lời hiện nay.",
    /// The English of a unit changed since it was confirmed, or the unit is new in both languages.
    TranslationUnconfirmed = "translation-unconfirmed" Warning
        "Bản tiếng Anh của một đoạn đã thay đổi từ khi được xác nhận, hoặc đoạn mới có ở cả hai "
        "bản.",
    /// An attribute of a plan (number, date, signer, status ...) changed since it was confirmed.
    AttributeUnconfirmed = "attribute-unconfirmed" Warning
        "Một thuộc tính của kế hoạch (số hiệu, ngày, người ký, tình trạng ...) đã thay đổi từ "
        "khi được xác nhận.",
    /// A file with the marks of an unfinished git merge.
    MergeMarks = "merge-marks" Error "Tệp còn dấu của một lần hợp nhất (git merge) chưa xong.",
    /// An English text of a plan that says that it has none yet.
    TranslationPending = "translation-pending" Note
        "Kế hoạch ghi là chưa có bản tiếng Anh mà đã có tệp tiếng Anh.",

    // References
    /// An indicator that the catalogue does not have.
    UnknownIndicator = "unknown-indicator" Error "Chỉ tiêu không có trong danh mục.",
    /// A breakdown, member or unit that is not declared, or not for this indicator.
    UnknownBreakdown = "unknown-breakdown" Error
        "Phân tổ, nhóm hoặc đơn vị chưa được khai báo, hoặc không dùng cho chỉ tiêu này.",
    /// A clause that the plan's text does not have.
    UnknownClause = "unknown-clause" Error "Điều khoản không có trong văn bản kế hoạch.",
    /// A plan, place or row that does not exist.
    UnknownReference = "unknown-reference" Error "Kế hoạch, địa phương hoặc mục không tồn tại.",
    /// A province that the grid of the country has no tile for.
    ProvinceWithoutTile = "province-without-tile" Warning "Tỉnh chưa có ô trên bản đồ cả nước.",

    // Relations between documents
    /// A document that stands before itself: it replaces or implements itself, directly or in a
    /// circle.
    RelationCycle = "relation-cycle" Error
        "Văn bản đứng trước chính nó: thay thế hoặc thực hiện chính mình, trực tiếp hay theo "
        "vòng.",
    /// A relation says another number, issuer or date than the plan that it names.
    RelationDiffers = "relation-differs" Error
        "Quan hệ ghi số hiệu, cơ quan ban hành hoặc ngày khác với kế hoạch mà nó dẫn đến.",
    /// A document's number or date is another than its own words print.
    IdentityDiffers = "identity-differs" Error
        "Số hiệu hoặc ngày của văn bản khác với điều chính lời của nó ghi.",
    /// The dates say the reverse of the relation: a plan that replaces a later one.
    RelationOrder = "relation-order" Warning
        "Ngày tháng nói ngược với quan hệ: kế hoạch thay thế một kế hoạch có sau nó.",
    /// A plan that is said to replace the plan of another place.
    RelationPlace = "relation-place" Warning
        "Kế hoạch được ghi là thay thế kế hoạch của địa phương khác.",
    /// A plan that a signed plan replaces, and that does not call itself superseded.
    StatusDiffers = "status-differs" Warning
        "Kế hoạch đã bị một kế hoạch đã ký thay thế mà không tự ghi là đã được thay thế.",
    /// A target of a replaced plan that the plan in its place neither speaks of nor says that it
    /// drops.
    UnaccountedTarget = "unaccounted-target" Warning
        "Mục tiêu của kế hoạch bị thay thế mà kế hoạch mới không nhắc đến cũng không ghi là bỏ.",
    /// What is called dropped is not: the plan still has it, or replaces nothing that had it.
    DroppedDiffers = "dropped-differs" Error
        "Mục ghi là bỏ mà không phải: kế hoạch vẫn còn, hoặc không thay thế kế hoạch nào có mục "
        "ấy.",
    /// A checksum that is not that of the document's file.
    ChecksumDiffers = "checksum-differs" Error "Mã kiểm không phải của tệp văn bản.",

    // Corrections
    /// A correction that does not lead to what stands now, or that corrects nothing.
    CorrectionDiffers = "correction-differs" Error
        "Đính chính không dẫn đến điều đang ghi, hoặc không sửa gì.",
    /// Corrections that are not in the order of their dates, or older than the document.
    CorrectionOrder = "correction-order" Error
        "Các đính chính không theo thứ tự ngày, hoặc có trước văn bản.",

    // The day for which the portal is correct
    /// A signed plan, a correction or a result that is dated after the day for which the portal is
    /// correct.
    FutureDate = "future-date" Warning
        "Kế hoạch đã ký, đính chính hoặc kết quả có ngày sau ngày mà số liệu của cổng được tính "
        "đến.",

    // Results outside the plans
    /// A result in per cent that no share can have, and no note that says why.
    UnlikelyShare = "unlikely-share" Warning
        "Kết quả tính bằng phần trăm mà dưới 0 hoặc trên 100, và không có ghi chú nói vì sao.",

    // Evidence
    /// The quote does not stand in the unit.
    QuoteNotFound = "quote-not-found" Error "Trích dẫn không có trong đoạn.",
    /// The quote stands more than once in the unit.
    QuoteAmbiguous = "quote-ambiguous" Error "Trích dẫn có nhiều lần trong đoạn.",
    /// The quote cuts a number, a marker or a unit.
    QuoteCuts = "quote-cuts" Error
        "Trích dẫn cắt ngang một con số, một từ so sánh hoặc một đơn vị.",
    /// No figure, or more than one candidate, in the quote.
    QuoteFigure = "quote-figure" Error
        "Trích dẫn không có con số nào, hoặc có nhiều con số có thể là nó.",
    /// The goal differs from what the clause says: comparator, value or unit.
    GoalDiffers = "goal-differs" Error
        "Mục tiêu khác với điều khoản: phép so sánh, giá trị hoặc đơn vị.",
    /// A table whose rows are built otherwise in one language than in the other.
    TablesDiffer = "tables-differ" Error
        "Bảng có dòng đầu, dòng nhóm hoặc dòng giá trị khác nhau giữa hai ngôn ngữ.",
    /// A cell of which the head, the row or a note of its table is not understood, or says that it
    /// is something else.
    CellNotRead = "cell-not-read" Error
        "Ô bảng mà tên cột, tên dòng hoặc ghi chú chưa hiểu được, hoặc cho biết là việc khác.",
    /// The period is not the one that the clause, its headings or the title name.
    PeriodDiffers = "period-differs" Error
        "Kỳ không phải là kỳ mà điều khoản, các đề mục hoặc tên văn bản ghi.",
    /// Words that are not understood, at places where they could change what the sentence says.
    NotUnderstood = "not-understood" Error
        "Câu có từ mà chương trình không hiểu, ở chỗ có thể làm đổi nghĩa con số.",
    /// A word that denies, limits, weakens or withdraws what the row says.
    StatementTurned = "statement-turned" Error
        "Câu, đề mục hoặc câu dẫn phủ định, giới hạn, làm nhẹ hoặc bãi bỏ điều mà mục ghi.",
    /// A figure that is wanted and given as reported, or the other way round.
    KindDiffers = "kind-differs" Error "Con số phải đạt được ghi là đã đạt, hoặc ngược lại.",
    /// Characters that look like others.
    OddCharacters = "odd-characters" Error "Câu có ký tự mà mắt đọc khác máy.",
    /// The figure stands for another breakdown.
    BreakdownDiffers = "breakdown-differs" Error "Con số nói về phân tổ khác.",
    /// A figure of a plan's text that no row takes up and no `ignore` explains.
    UncoveredFigure = "uncovered-figure" Warning
        "Con số trong văn bản kế hoạch mà không mục nào dùng và không `ignore` nào giải thích.",
    /// An `ignore` that explains no figure.
    UnusedIgnore = "unused-ignore" Warning "Một `ignore` không giải thích con số nào.",
    /// Two targets claim one figure.
    FigureShared = "figure-shared" Error "Hai mục tiêu cùng nhận một con số.",
    /// Two rows of a plan, or of two plans in force, that cannot both be meant, and no note says
    /// why both stand there.
    UnsettledConflict = "unsettled-conflict" Warning
        "Hai mục của một kế hoạch, hoặc của hai kế hoạch còn hiệu lực, không thể cùng đúng mà "
        "không ghi chú nào nói vì sao có cả hai.",
    /// A row that is said to conflict with a row of another indicator or place.
    ConflictDiffers = "conflict-differs" Warning
        "Mục được ghi là mâu thuẫn với mục của chỉ tiêu khác hoặc địa phương khác.",
    /// A row that is said to replace what is no result of the same thing for the same time.
    ReplacesDiffers = "replaces-differs" Error
        "Mục được ghi là thay cho mục không phải kết quả của cùng một việc, cùng một thời gian.",
    /// A milestone without its verb or object in the quote.
    MilestoneWords = "milestone-words" Error
        "Trích dẫn của một mốc không có động từ, hoặc không nêu đúng việc của chỉ tiêu.",
    /// None of the words that the catalogue gives the indicator stands by the figure.
    IndicatorWords = "indicator-words" Error
        "Cạnh con số không có từ nào trong các từ mà danh mục cho chỉ tiêu.",
    /// A figure that the clause of the signed text does not print.
    OriginalDiffers = "original-differs" Error "Con số mà điều khoản của văn bản ký không ghi.",
    /// A reading of an editor for a sentence that the program understands by itself.
    ReadingNotNeeded = "reading-not-needed" Error
        "Lời đọc của người biên tập cho một câu mà máy tự hiểu.",
    /// So many rows stand by the reading of an editor that the rule no longer carries the portal.
    ManyReadings = "many-readings" Warning
        "Quá nhiều mục dựa vào lời đọc của người biên tập, nên quy tắc không còn là chỗ dựa của "
        "cổng.",
    /// `carried_from` names a marker that does not stand earlier in the sentence.
    CarriedFrom = "carried-from" Error
        "`carried_from` ghi một từ so sánh không đứng trước trong câu.",
}
