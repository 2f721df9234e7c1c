// The policy language for editors that use tree-sitter: colours, folds, selections.
//
// `grammar/policy.pest` is the definition of the language. This grammar reads every text that it reads; it is wider where
// that makes it simpler, and it reports no faults: `policyc lsp` does.

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const HAN = "〇零一二两三四五六七八九十百千";
const COUNT = `([0-9]+|[${HAN}]+)`;

/** Several of something, with commas between and perhaps behind. */
function list($, rule) {
  return seq(rule, repeat(seq($._comma, rule)), optional($._comma));
}

/** One of several spellings of a keyword; those of several words are rows of words. */
function keyword(...spellings) {
  const parts = spellings.map((spelling) => {
    const words = spelling.split(" ");
    return words.length === 1 ? words[0] : seq(...words);
  });
  return parts.length === 1 ? parts[0] : choice(...parts);
}

module.exports = grammar({
  name: "policy",

  word: ($) => $.identifier,

  extras: ($) => [/[ \t\r\n\u3000\uFEFF]/, $.comment],

  supertypes: ($) => [$._declaration, $._statement, $._expression],

  conflicts: ($) => [[$.reference]],

  rules: {
    source_file: ($) => repeat(choice($._declaration, $.article, $.test, $._statement, $._end)),

    comment: () => token(choice(/--[^\r\n]*/, /\{-([^-]|-+[^-}])*-+\}/)),

    // ---- signs ------------------------------------------------------------------------------------------------------
    _end: () => choice(";", "；", "。"),
    _comma: () => choice(",", "，", "、"),
    _colon: () => choice(":", "："),
    _equal: () => choice("=", "＝"),
    _less: () => choice("<", "＜"),
    _open: () => choice("{", "｛"),
    _close: () => choice("}", "｝"),
    _paren_open: () => choice("(", "（"),
    _paren_close: () => choice(")", "）"),
    _set_open: () => choice("<", "＜", "《", "〈"),
    _set_close: () => choice(">", "＞", "》", "〉"),
    _list_open: () => choice("[", "［"),
    _list_close: () => choice("]", "］"),

    // ---- words and literals -----------------------------------------------------------------------------------------
    identifier: () => /[_\p{XID_Start}]\p{XID_Continue}*/,
    string: () => choice(/"([^"\\\r\n]|\\[^\r\n])*"/, /“([^”\\\r\n]|\\[^\r\n])*”/),
    number: () => /[0-9]+(\.[0-9]+)?/,
    date: () => token(prec(2, /[0-9]{4}-[0-9]{2}-[0-9]{2}/)),
    currency: () => token(prec(1, /[A-Z]{3}/)),
    unit: () =>
      choice(
        seq("working", choice("days", "day")),
        "days", "day", "months", "month", "years", "year",
        "个工作日", "工作日", "天", "日", "个月", "年",
      ),
    boolean: () => choice(keyword("true", "是"), keyword("false", "否")),
    none: () => keyword("none", "无"),
    never: () => keyword("never", "从未"),
    quantity: ($) => prec.right(seq($.number, optional(choice($.currency, $.unit)))),
    _literal: ($) => choice($.date, $.quantity, $.boolean, $.never),

    label: ($) => seq(optional(choice("en", "zh")), $.string),
    reference: ($) =>
      prec.right(seq(field("name", $.identifier), optional(seq(keyword("of", "的"), field("role", $.identifier))))),

    article_number: () =>
      choice(seq("article", token(new RegExp(COUNT))), token(prec(2, new RegExp(`第[ \\t\\u3000]*${COUNT}[ \\t\\u3000]*条`)))),
    item_number: () =>
      token(prec(3, choice(new RegExp(`[(（][ \\t\\u3000]*${COUNT}[ \\t\\u3000]*[)）]`), new RegExp(`${COUNT}[.、．]`)))),
    citation: () =>
      token(prec(3, new RegExp(`([0-9]+|第${COUNT}条)([(（]${COUNT}[)）]|第${COUNT}项|${COUNT})*`))),
    _citations: ($) => seq($.citation, repeat(seq($._comma, $.citation))),

    in_force: ($) =>
      prec.right(
        seq(keyword("in force", "施行"), optional(seq(keyword("from", "自"), $.date)), optional(seq(keyword("until", "至"), $.date))),
      ),

    // ---- declarations -----------------------------------------------------------------------------------------------
    _declaration: ($) =>
      choice(
        $.policy, $.use, $.outline, $.scale, $.enum, $.body, $.role, $.record, $.fact, $.judgement, $.param, $.reading,
        $.define, $.assume, $.outcome, $.allow,
      ),

    policy: ($) =>
      prec.right(
        seq(
          keyword("policy", "制度"),
          field("name", $.identifier),
          repeat(choice($.label, $.in_force, seq(keyword("dated by", "时间依据"), $.reference))),
        ),
      ),
    use: ($) => seq(keyword("use", "引用文件"), $.string),
    outline: ($) =>
      seq(keyword("outline", "纲目"), $._open, repeat(choice($.outline_entry, $._end, $._comma)), $._close),
    outline_entry: ($) =>
      prec.right(
        choice(
          seq(keyword("articles", "各条"), $._counts),
          seq(optional("article"), $.citation, optional($._outline_items)),
        ),
      ),
    _outline_items: ($) => seq(keyword("items", "各项"), $._counts),
    _counts: ($) => prec.right(seq($.count, optional(seq("..", $.count)))),
    count: () => token(new RegExp(COUNT)),

    scale: ($) =>
      seq(
        keyword("scale", "等级"), field("name", $.identifier), repeat($.label),
        $._open, $.member, repeat(seq($._less, $.member)), $._close,
      ),
    enum: ($) =>
      seq(
        keyword("enum", "枚举"), field("name", $.identifier), repeat($.label), $._open, list($, $.member), $._close,
      ),
    member: ($) => seq(field("name", $.identifier), repeat($.label)),
    body: ($) => prec.right(seq(keyword("body", "机构"), field("name", $.identifier), repeat($.label))),
    role: ($) => prec.right(seq(keyword("role", "角色"), field("name", $.identifier), repeat($.label))),
    record: ($) =>
      seq(
        keyword("record", "记录"), field("name", $.identifier), repeat($.label),
        $._open, repeat1(choice($.field, $._comma, $._end)), $._close,
      ),
    field: ($) => seq(field("name", $.identifier), $._colon, $.type, repeat($.label)),
    type: ($) =>
      choice(
        keyword("bool", "是否"), keyword("int", "整数"), keyword("decimal", "小数"), keyword("money", "金额"),
        keyword("date", "日期"), keyword("duration", "期间"),
        seq(keyword("list of", "列表"), $.identifier),
        $.identifier,
      ),
    _default: ($) => seq(keyword("default", "默认"), choice($.list, $._value)),
    fact: ($) =>
      prec.right(
        seq(keyword("fact", "事实"), field("name", $.reference), $._colon, $.type, repeat(choice($._default, $.label))),
      ),
    judgement: ($) =>
      prec.right(
        seq(
          keyword("judgement", "研判"), field("name", $.reference), $._colon, $.type,
          repeat(
            choice(
              seq(keyword("by", "以", "由"), $.identifier),
              seq(keyword("criterion", "标准"), $.string),
              $._default,
              $.label,
            ),
          ),
        ),
      ),
    param: ($) =>
      prec.right(
        seq(
          keyword("param", "参数"), field("name", $.identifier), $._equal,
          $._version, repeat(seq($._comma, $._version)), repeat($.label),
        ),
      ),
    _version: ($) => prec.right(seq($._value, optional(seq(keyword("from", "自"), $.date)))),
    reading: ($) =>
      prec.right(
        seq(
          keyword("reading", "解读"), field("name", $.identifier), repeat($.label),
          $._open, list($, $.member), $._close, optional(seq(keyword("prefer", "采用"), $.identifier)),
        ),
      ),
    define: ($) =>
      prec.right(
        seq(keyword("define", "定义"), field("name", $.reference), $._equal, $._expression, repeat($.label)),
      ),
    assume: ($) => seq(keyword("assume", "假定"), $._expression),
    outcome: ($) =>
      prec.right(
        seq(keyword("outcome", "结果"), field("name", $.reference), $._colon, $.type, repeat(choice($.combination, $.label))),
      ),
    combination: () =>
      choice(
        keyword("combine heaviest", "取重"), keyword("combine union", "取并"), keyword("combine intersect", "取交"),
        keyword("combine unique", "取同"), keyword("combine accumulate", "并处"), keyword("combine sum", "相加"),
      ),
    allow: ($) =>
      prec.right(seq(keyword("allow", "容许"), $.identifier, repeat(seq($._comma, $.identifier)), optional($.string))),

    // ---- articles and what stands in them ---------------------------------------------------------------------------
    article: ($) =>
      seq($.article_number, repeat(choice($.label, $.in_force)), choice($.not_modelled, $.missing, $.block)),
    block: ($) => seq($._open, repeat(choice($._end, $.item, $.not_modelled, $.missing, $.allow, $._statement)), $._close),
    item: ($) => prec.right(seq($.item_number, repeat(choice($.label, $.in_force)), optional($.block))),
    not_modelled: ($) => seq(keyword("not modelled", "不编入"), $.string),
    missing: ($) => seq(keyword("missing", "缺漏"), $.string),

    _statement: ($) =>
      choice(
        $.rule, $.otherwise, $.exempt, $.adjust, $.applies, $.authority, $.ensure, $.duty, $.procedure, $.effect,
        $.effect_cap, $.contents, $.hierarchy,
      ),
    rule: ($) =>
      prec.right(
        choice(
          seq(keyword("if", "若"), $._condition, keyword("then", "则"), $._consequences, optional($._overriding)),
          seq($._consequences, optional($._overriding), keyword("if", "若"), $._condition),
        ),
      ),
    _condition: ($) => choice($.any, $._expression),
    any: ($) => seq(keyword("any", "任一"), $._open, repeat1($.any_item), $._close),
    any_item: ($) => prec.right(seq($.item_number, repeat($.label), $._expression, repeat(choice($._end, $._comma)))),
    _consequences: ($) => prec.right(seq($.consequence, repeat(seq(keyword("and", "且"), $.consequence)))),
    consequence: ($) => seq(optional(keyword("may", "可")), $.reference, $._assigned),
    _assigned: ($) => choice(seq($._equal, choice($.none, $._amount)), seq(keyword("in", "∈"), $._permitted)),
    _permitted: ($) => choice($.set, $.range),
    set: ($) => seq($._set_open, optional(list($, $._value)), $._set_close),
    range: ($) => seq($._amount, "..", $._amount),
    _overriding: ($) => seq(keyword("overriding", "覆盖"), $._citations),
    otherwise: ($) =>
      seq(keyword("otherwise", "否则"), optional(seq(keyword("if", "若"), $._condition, keyword("then", "则"))), $._consequences),
    exempt: ($) =>
      seq(
        keyword("exempt", "免除"), $.reference, optional(seq(keyword("from", "自"), $._citations)),
        keyword("if", "若"), $._condition,
      ),
    adjust: ($) =>
      seq(
        keyword("adjust", "调整"), $.reference, keyword("by", "以", "由"), optional(keyword("may", "可")),
        $.adjustment, repeat(seq(keyword("or", "或"), $.adjustment)), keyword("if", "若"), $._condition,
      ),
    adjustment: () =>
      choice(
        keyword("lighten", "从轻"), keyword("reduce", "减轻"), keyword("waive", "免予"), keyword("aggravate", "从重"),
        keyword("exceed", "加重"),
      ),
    applies: ($) => seq(keyword("applies when", "适用于"), $._condition),
    authority: ($) =>
      seq(keyword("authority for", "权限"), $.reference, $._open, repeat(choice($.power, $._end)), $._close),
    power: ($) =>
      prec.right(
        seq(
          optional($.set),
          choice(
            seq(keyword("decided", "决定"), $._by, optional(seq(keyword("approved", "批准"), $._by))),
            seq(keyword("enforced", "执行"), $._by),
          ),
        ),
      ),
    _by: ($) => seq(optional(keyword("jointly", "共同")), keyword("by", "以", "由"), $._bodies),
    _bodies: ($) =>
      prec.right(
        choice(
          seq($._set_open, list($, $.identifier), $._set_close),
          seq($.identifier, repeat(seq($._comma, $.identifier))),
        ),
      ),
    ensure: ($) =>
      prec.right(
        seq(keyword("ensure", "确保"), $.reference, $._property, optional(seq(keyword("when", "当"), $._expression))),
      ),
    _property: ($) =>
      choice(
        seq(keyword("rises with", "随升"), $.reference),
        seq(keyword("ignores", "不计"), $.reference),
        keyword("is addressed", "有规定"),
        seq(keyword("excludes", "不含"), choice($.set, $._value)),
        seq(choice(">=", "≥", "＞＝", "<=", "≤", "＜＝", $._equal), $._value),
        seq(keyword("in", "∈"), $.set),
      ),

    // ---- duties, procedure, lasting effects -------------------------------------------------------------------------
    duty: ($) =>
      seq(
        choice(keyword("duty", "职责"), keyword("forbid", "禁止"), keyword("right", "权利")),
        field("name", $.reference), repeat($.label), $._open, repeat(choice($._end, $.duty_part)), $._close,
      ),
    duty_part: ($) =>
      choice(
        seq(keyword("when", "当"), $._condition),
        seq(keyword("must", "应"), $._expression),
        seq(keyword("act", "行为"), $._expression),
        seq(keyword("before", "早于"), $._names),
        seq(keyword("on breach", "违者"), $._consequences),
      ),
    _names: ($) => prec.right(seq($.identifier, repeat(seq($._comma, $.identifier)))),
    procedure: ($) =>
      seq(
        keyword("procedure", "程序"), field("name", $.identifier), repeat($.label),
        $._open, repeat(choice($._end, $.step, $.escalation)), $._close,
      ),
    step: ($) =>
      prec.right(
        seq(
          optional(keyword("may", "可")), keyword("step", "步骤"), field("name", $.identifier), repeat($.label),
          repeat($._step_part),
        ),
      ),
    _step_part: ($) =>
      choice(
        $._by,
        seq(choice(keyword("usually after", "一般晚于"), keyword("after", "晚于")), $._names),
        seq(keyword("checks", "核查"), $._set_open, list($, $.member), $._set_close),
        seq(keyword("within", "不超过"), $._value, choice(keyword("of", "的"), keyword("after", "晚于"), keyword("from", "自")), $.reference),
        seq(keyword("quorum", "法定人数"), $.number),
        seq(keyword("consent of", "征得同意"), $._names),
        seq(keyword("when", "当"), $._expression),
      ),
    escalation: ($) =>
      seq(
        keyword("escalate", "逾期"), $.identifier, optional(seq(keyword("to", "移送"), $.identifier)),
        keyword("after", "晚于"), $._value,
      ),
    effect: ($) =>
      prec.right(
        seq(
          keyword("effect of", "后果"), $.reference, $._outcome_test,
          $.effect_item, repeat(seq($._comma, $.effect_item)),
        ),
      ),
    _outcome_test: ($) =>
      choice(
        seq(choice(keyword("not in", "∉"), keyword("in", "∈")), $._permitted),
        seq($._comparison, $._value),
      ),
    effect_item: ($) =>
      prec.right(
        seq(choice(keyword("bars", "限制"), keyword("brings", "带来")), $.member, optional(seq(keyword("for", "为期"), $._value))),
      ),
    effect_cap: ($) => seq(keyword("effects of one kind add up to at most", "同类后果累计不超过"), $._value),
    contents: ($) =>
      seq(
        keyword("contents of", "内容"), $.reference, $._equal, $._value, $._open, list($, $.content), $._close,
      ),
    content: ($) => seq($.member, optional(seq(keyword("if", "若"), $._expression))),
    hierarchy: ($) =>
      prec.right(seq(keyword("hierarchy", "层级"), $.identifier, repeat1(seq($._less, $.identifier)))),

    // ---- conditions -------------------------------------------------------------------------------------------------
    _comparison: ($) =>
      choice(">=", "≥", "＞＝", "<=", "≤", "＜＝", "!=", "≠", "！＝", $._equal, $._less, choice(">", "＞")),
    _expression: ($) =>
      choice(
        $.implication, $.disjunction, $.conjunction, $.negation, $.comparison, $.membership, $.timing, $.breach, $.sum,
        $.product, $.negative, $.fold, $.parenthesised, $.reference, $._literal,
      ),
    implication: ($) => prec.right(1, seq($._expression, keyword("implies", "蕴含"), $._expression)),
    disjunction: ($) => prec.left(2, seq($._expression, keyword("or", "或"), $._expression)),
    conjunction: ($) => prec.left(3, seq($._expression, keyword("and", "且"), $._expression)),
    negation: ($) => prec.right(4, seq(keyword("not", "非"), $._expression)),
    comparison: ($) => prec.left(5, seq($._expression, $._comparison, $._expression)),
    membership: ($) =>
      prec.left(5, seq($._expression, choice(keyword("not in", "∉"), keyword("in", "∈")), $._permitted)),
    timing: ($) =>
      prec.left(
        6,
        seq(
          $._expression,
          keyword("within", "不超过"),
          choice(
            seq($._timing_end, choice(keyword("before", "早于"), keyword("after", "晚于"), keyword("from", "自")), $._timing_end),
            seq(choice($._literal, $.identifier), keyword("of", "的"), $.reference),
          ),
        ),
      ),
    // In a step, `when C within 3 days of decide` is a condition and a time limit; here it is one with the other.
    _timing_end: ($) => choice($.parenthesised, $._literal, $.reference),
    breach: ($) => prec.left(6, seq($._expression, keyword("is breached", "被违反"))),
    sum: ($) => prec.left(7, seq($._expression, choice("+", "＋", "-", "－"), $._expression)),
    product: ($) => prec.left(8, seq($._expression, choice("*", "×", "＊"), $._expression)),
    negative: ($) => prec(9, seq(choice("-", "－"), $._expression)),
    // What counts reaches as far as it can.
    fold: ($) =>
      prec.right(
        seq(
          choice(
            seq(
              choice(keyword("count", "计数"), keyword("exists", "存在"), keyword("every", "每个"), keyword("longest run of", "最长连续")),
              $.reference,
            ),
            seq(keyword("sum", "合计"), $._amount, keyword("over", "取自"), $.reference),
          ),
          optional(seq(keyword("where", "其中"), $._expression)),
        ),
      ),
    parenthesised: ($) => seq($._paren_open, $._expression, $._paren_close),

    // ---- values -----------------------------------------------------------------------------------------------------
    _value: ($) => seq(optional(choice("-", "－")), choice($._literal, $.identifier)),
    _amount: ($) => choice($.parenthesised, $._literal, $.reference, $.calculated),
    calculated: ($) =>
      choice(
        prec(9, seq(choice("-", "－"), $._amount)),
        prec.left(8, seq($._amount, choice("*", "×", "＊"), $._amount)),
        prec.left(7, seq($._amount, choice("+", "＋", "-", "－"), $._amount)),
      ),
    list: ($) => seq($._list_open, optional(list($, $.record_value)), $._list_close),
    record_value: ($) => seq($._open, optional(list($, seq($.identifier, $._equal, $._value))), $._close),

    // ---- tests ------------------------------------------------------------------------------------------------------
    test: ($) =>
      seq(
        keyword("test", "测试"), field("name", $.string), $._open,
        repeat(choice($._end, $.given, $.as_of, $.chosen, $.days, $.log, $.past, $.expect)), $._close,
      ),
    given: ($) => prec.right(seq(keyword("given", "给定"), list($, $.assignment))),
    assignment: ($) => seq($.reference, $._equal, choice($.list, $._value)),
    as_of: ($) => seq(keyword("as of", "截至"), $.date),
    chosen: ($) => seq(keyword("chosen", "选定"), $.reference, $._equal, choice($.none, $._value)),
    days: ($) =>
      prec.right(seq(choice(keyword("holidays", "假日"), keyword("workdays", "补班")), list($, $._day_range))),
    _day_range: ($) => prec.right(seq($.date, optional(seq("..", $.date)))),
    log: ($) =>
      prec.right(
        seq(
          keyword("log", "记载"), optional(keyword("right", "权利")), $.identifier, keyword("on", "于"), $.date,
          repeat(
            choice(
              seq(keyword("by", "以", "由"), $._bodies),
              seq(keyword("present", "出席"), $.number),
              seq(keyword("checks", "核查"), $._bodies),
              seq(keyword("consent of", "征得同意"), $._names),
              seq(keyword("reason", "理由"), $.string),
            ),
          ),
        ),
      ),
    past: ($) => seq(keyword("past", "既往"), $.reference, $._equal, $._value, keyword("on", "于"), $.date),
    expect: ($) => prec.right(seq(keyword("expect", "应为"), $._expectation)),
    _expectation: ($) =>
      choice(
        seq(keyword("duty", "职责"), $.identifier, $.duty_status),
        seq(keyword("step", "步骤"), $.identifier, $.step_status),
        seq(
          optional(keyword("not", "非")), choice(keyword("bars", "限制"), keyword("brings", "带来")), $.identifier,
          optional(seq(keyword("until", "至"), $.date)),
        ),
        seq(keyword("cites", "引用"), $._citations),
        seq(keyword("asks", "追问"), $.reference, repeat(seq($._comma, $.reference))),
        seq(choice(keyword("adjusted", "被调整"), keyword("exempted", "被免除")), keyword("by", "以", "由"), $._citations),
        $._expected_power,
        seq($.reference, choice($.status, $._expected_power, $._expected_set)),
      ),
    _expected_power: ($) =>
      seq(choice(keyword("decided", "决定"), keyword("approved", "批准"), keyword("enforced", "执行")), keyword("by", "以", "由"), $._bodies),
    _expected_set: ($) =>
      prec.right(
        seq(
          choice(seq($._equal, choice($.none, $._amount)), seq(keyword("in", "∈"), $._permitted)),
          optional(seq(keyword("or", "或"), $.none)),
        ),
      ),
    status: () =>
      choice(
        keyword("exempt", "免除"), keyword("not addressed", "未规定"), keyword("undetermined", "未定"),
        keyword("conflict", "冲突"), keyword("out of scope", "不适用"), keyword("weighed", "须权衡"),
      ),
    duty_status: ($) =>
      prec.right(
        choice(
          keyword("fulfilled", "已履行"), keyword("breached", "已违反"),
          seq(keyword("pending", "待履行"), optional(seq(keyword("until", "至"), $.date))),
          keyword("not applicable", "不涉及"), keyword("undetermined", "未定"),
        ),
      ),
    step_status: ($) =>
      prec.right(
        choice(
          keyword("done", "已完成"),
          seq(keyword("late", "超期"), optional(seq(optional(keyword("by", "以", "由")), $.quantity))),
          keyword("out of order", "次序颠倒"), keyword("missing", "缺漏"),
          seq(keyword("due", "待办"), optional($.date)),
          keyword("waiting", "等候"), keyword("wrong actor", "主体不符"), keyword("quorum not met", "人数不足"),
          keyword("checks missing", "核查缺失"), keyword("consent missing", "未经同意"),
          seq(keyword("passed to", "已移送"), $.identifier),
          keyword("not applicable", "不涉及"), keyword("undetermined", "未定"),
        ),
      ),
  },
});
