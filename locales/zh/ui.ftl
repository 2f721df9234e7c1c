severity-error = 错误
severity-warning = 警告
severity-hint = 提示

help = 帮助：
example = 例：
end-of-file = 文件末尾

count-errors = { $count } 个错误
count-warnings = { $count } 个警告
count-hints = { $count } 个提示
summary-join = { $left }，{ $right }
summary-none = 没有问题
summary-cut = { $summary }；只显示前 { $shown } 个

unknown-code = 没有代码“{ $code }”；“policyc rule”列出全部代码
unknown-selector = “{ $word }”不是代码，也不是组名；“policyc rule”列出全部代码
statistics-format = “--statistics”只能以 human、short 或 json 格式输出
fixable = { $likely ->
    [0] 其中 { $certain } 处可用“--fix”改正
   *[other] { $certain ->
        [0] 其中 { $likely } 处可用“--fix --unsafe”改正
       *[other] 其中 { $certain } 处可用“--fix”改正，另有 { $likely } 处可用“--fix --unsafe”改正
    }
}
fix-certain = 确为本意的改正
fix-likely = 可能是本意的改正；采用前请先核对
fixes-applied = 已在 { $files } 个文件里改正 { $count } 处
fixes-possible = 可在 { $files } 个文件里改正 { $count } 处；未作改动
baseline-written = { $count } 项发现已写入 { $file }
baseline-not-written = 没有写入 { $file }：有错误时，无从知道还有哪些发现
tests-written = 已向 { $file } 添加 { $count } 个测试
tests-not-a-policy = { $file } 不是所检查的制度文件；测试属于一份制度，只能写入它自己的文件
watch-standard-input = 标准输入无法监视
watch-failed = 无法监视文件：{ $reason }
watch-waiting = 等待改动；按 Ctrl+C 结束
ensured = `ensure`（确保）共 { $total } 条：得到证明 { $proved } 条，被反例推翻 { $refuted } 条，未能判定 { $open } 条
fmt-would-change = { $file } 需要重新排版
fmt-would-change-meaning = { $file } 未作改动：排版后的文本含义会改变（请报告此问题）
cannot-write = 无法写入 { $file }：{ $reason }

status-decided = 已定
status-exempt = 免责
status-not-addressed = 无条款规定
status-conflict = 冲突
status-undetermined = 未定
status-out-of-scope = 不在适用范围
duty-fulfilled = 已履行
duty-kept = 未违反
duty-breached = 已违反
duty-pending = 待履行
duty-not-applicable = 不适用
duty-undetermined = 未定
value-none = 不予处理
value-true = 是
value-false = 否
value-never = 从未
value-or = { " 或 " }
value-records = { $count } 条记录
list-comma = 、
period-days = { $count } 天
period-working-days = { $count } 个工作日
period-months = { $count } 个月
period-years = { $count } 年
show-of-role = { $role } 的 { $name }
show-rule = 规则 { $number }
show-ask-choice = 选定的处理：{ $outcome }
show-as-of = 截至
show-person = 当事人
show-contents = 内容
show-duty = 职责
show-prohibition = 禁止
show-right = 权利
show-bearer = 承担者
show-holder = 享有者
show-due = 期限
show-given = 已知事实
show-permitted = 可选处理
show-unadjusted = 调整前
show-weigh = 权衡
show-weigh-both = 从轻与从重情节并存：须一并权衡，处理范围不变
show-because = 依据
show-overridden = 被覆盖
show-exempted = 免责依据
show-adjusted = 调整依据
show-decided = 决定
show-jointly = 共同决定：
show-approved = 批准：
show-enforced = 执行
show-judgements = 研判
show-possible = 仍有可能
show-asks = 尚需查明
show-limit = 限度
show-limit-reached = 已达到书面限度，未作出判定

period-for-good = 无期限

procedure-on = { $name }（截至 { $day }）
procedure-in-order = 没有问题
procedure-undetermined = 有无问题尚不能确定
procedure-faulty = 有 { $count } 处问题
procedure-rights = 权利保障
procedure-next = 下一步
procedure-later = 日期在后，未计入
step-done = 已完成
step-missing = 遗漏
step-due = 待办
step-optional = 可以办理
step-waiting = 等待中
step-skipped = 未办理（可以不办）
step-not-applicable = 本案不适用
step-undetermined = 未定
show-step-taken = 完成
step-taken-by = { $day }，{ $by }
show-step-actors = 应由
show-step-deadline = 期限
show-step-faults = 问题
show-step-passed = 已移送
step-passed-to = { $body }，自 { $day } 起
show-step-waits-for = 等待
show-step-overtaken = 已先完成
show-step-reason = 说明的理由
show-step-unrecorded = 未记载
unrecorded-by = 由谁办理
unrecorded-present = 到场人数
actors-jointly = { $who }（共同）
actors-any = { $who }（其中之一）
deadline-rule = 自 { $of } 起 { $period }
deadline-open = 尚未起算
deadline-unknown = 尚不清楚
fault-late = 逾期 { $by }
fault-out-of-order = 先于 { $before } 完成
fault-unusual-order = 先于 { $before } 完成；一般应在其后，又没有说明理由
fault-wrong-actor = 办理者不当：应由 { $who } 办理
fault-actor-lacking = { $who } 没有参加
fault-too-early = { $level } 办理过早：{ $day } 起才移送给它
fault-not-passed = { $level } 已办理，但尚未移送给它
fault-quorum = 到场 { $had } 人，法定 { $needs } 人
fault-checks = 未核查：{ $checks }
fault-consent = 未经 { $of } 同意
fault-not-called-for = 本案不适用这一步骤，却已办理
right-before = { $right }，先于 { $step }
right-granted = 已保障
right-pending = 应予保障
right-denied = 未保障
right-not-applicable = 本案没有这项权利
right-undetermined = 未定
next-by = 不迟于 { $day }
next-left-out = （遗漏）
next-overdue = （已逾期）
show-next-grant-first = 须先保障

effects-on = 截至 { $day }
effects-nothing = 没有仍在影响期内的后果
effects-ended = 已期满
effects-later = 日期在后，未计入
effect-bars = 限制 { $what }
effect-brings = 带来 { $what }
effect-barred = 曾限制 { $what }
effect-brought = 曾带来 { $what }
effect-until = { $from } 至 { $until }
effect-for-good = 自 { $from } 起，无期限
show-effect-capped = 封顶
effect-capped-at = 自最近一次决定起 { $most }

test-failed = 未通过
test-expected = 应为：
test-found = 实为：
test-summary = 通过 { $passed }，未通过 { $failed }
test-against-assumption = 事实与假定相矛盾：{ $assumption }
test-no-day = 测试问的是影响期，却没有写“截至”哪一天
test-too-many-years = “假日”和“补班”跨越的年份过多

kind-policy = 制度
kind-scale = 等级
kind-enum = 枚举
kind-member = 档次
kind-body = 机构
kind-role = 角色
kind-record = 记录
kind-field = 字段
kind-fact = 事实
kind-judgement = 研判
kind-param = 参数
kind-reading = 解读
kind-define = 定义
kind-outcome = 结果
kind-duty = 职责
kind-procedure = 程序
kind-step = 步骤
kind-check = 核查
kind-effect = 后果
kind-content = 措施内容
kind-clause = 条款
kind-test = 测试

hover-calculated = 按案情计算
hover-or-none = 或不予处理
hover-decided = 由{ $bodies }决定
hover-decided-jointly = 由{ $bodies }共同决定
hover-approved = ，经{ $bodies }批准

rename-nothing = 此处没有可以改名的内容
rename-clause = 条款编号与规章一致，不能改名
rename-test = 测试名称是文字，请直接修改
rename-bad-name = “{ $name }”不能用作名称
rename-taken = 已有名称“{ $name }”
format-errors = 文本有语法错误，请先改正
format-would-change = 格式化后的文本含义会改变；这是 policyc 的缺陷，未作任何修改

action-remove = 删除：{ $message }
action-replace = 改为“{ $text }”：{ $message }
action-fix-all = 应用 { $count } 项确定无误的修正
action-write-test = 把案例写成测试
action-write-test-of = { $code }：把案例写成测试
action-normalise = 整理为规范格式，全角标点改为半角

hover-alone = 全部 { $total } 种情形中，有 { $cases } 种由它单独决定
hover-alone-none = 有无此规则，所有情形的结果都不变
hint-none = 无
lens-run = 运行此测试
lens-run-passed = 运行此测试 · 通过
lens-run-failed = 运行此测试 · 未通过
lens-covered = 测试覆盖：规则 { $rules }/{ $of_rules }，条件真假两面 { $conditions }/{ $of_conditions }
run-passed = 通过：“{ $name }”
run-failed = 未通过：“{ $name }”
run-instead = { $expected }：实为 { $found }
run-undecidable = 该案例无法判定；原因请见“policyc test”
run-not-open = 该文本未打开
run-errors = 制度有错误，请先改正
run-unmeasured = 覆盖情况尚未测出，或制度过大，不在编辑器中测量
run-all-tested = 凡可测试的条款均有测试
run-untested = 没有测试涉及 { $clauses }
run-nothing-to-write = 没有这样的案例，或已有相应的测试
progress-findings = policyc 正在检查
signature-outcome = 结果
signature-fact = 事实
signature-value = 值
signature-values = 《多个值》
signature-condition = 条件
claim-rises-with = 其他情况相同时，该事实升一级，结果不会变轻。
claim-ignores = 该事实不影响结果。
claim-is-addressed = 这些情形都有规则作出规定。
claim-excludes = 绝不允许这些值。
claim-bound = 不允许超出这一界限的值。
claim-within = 只允许这些值。

new-taken = “{ $folder }”已存在，且不是空文件夹
new-made = 已建立“{ $folder }”：可在其中运行“policyc test”和“policyc check”
man-unknown = 没有命令“{ $name }”

diff-old = 原文
diff-new = 新文
diff-effect = 变化
diff-where = 情形
diff-example = 例如
diff-same = { $outcome }：没有案件的结果改变
diff-changed = { $outcome }：{ $of } 种情形中有 { $cases } 种改变（{ $share }）
diff-no-clash = { $outcome }：两部规定互不矛盾
diff-clashing = { $outcome }：{ $of } 种情形中有 { $cases } 种两部规定互相矛盾（{ $share }）
diff-not-known = { $outcome }：未能判定
diff-cases = { $of } 种情形中的 { $cases } 种（{ $share }）
diff-at-most = { $of } 种情形中至多 { $cases } 种（{ $share }）
diff-uncounted = 未计数
diff-only-old = 只有原文有这一结果
diff-only-new = 只有新文有这一结果
diff-many-clauses = 多个条款
diff-unknown = 未知
diff-too-large = 达到规定的上限，可能还有情形改变
diff-approximate = 有些条件或金额无法划分成情形，可能还有情形改变
diff-mismatch = 某个案件的结果与预期不符：这是本程序的差错
diff-apart-old = 不作比较：{ $of } 种情形中有 { $cases } 种（{ $share }）只有原文才有或才允许
diff-apart-new = 不作比较：{ $of } 种情形中有 { $cases } 种（{ $share }）只有新文才有或才允许
diff-renamed = “{ $old }”与“{ $new }”类型和标签相同，视为同一事实（若是两个事实，请用 --exact-names）
diff-only-fact = 只有{ $side ->
    [old] 原文
   *[new] 新文
}有事实“{ $name }”
diff-only-member = 只有{ $side ->
    [old] 原文
   *[new] 新文
}的“{ $name }”有“{ $member }”：含有它的情形不作比较
diff-default = 未给出“{ $name }”的案件：原为 { $old }，现为 { $new }
diff-judgement = “{ $name }”的研判者或标准已改变
diff-reading = “{ $name }”在原文中读作 { $old }，在新文中读作 { $new }
diff-in-force = 两文施行时间不同，按两文每天都施行来比较
effect-lighter = 减轻
effect-heavier = 加重
effect-widened = 放宽
effect-narrowed = 收窄
effect-mixed = 有增有减
effect-newly-addressed = 新有规定
effect-no-longer-addressed = 不再有规定
effect-newly-exempt = 新获免责
effect-no-longer-exempt = 不再免责
effect-new-conflict = 新的冲突
effect-conflict-settled = 冲突消除
effect-enters-scope = 进入适用范围
effect-leaves-scope = 退出适用范围
clash-nothing-in-common = 毫无共同之处
clash-exempt-and-sanctioned = 一方免责，另一方处理
clash-excluded = 一方允许另一方排除的处理

ask-keys = 知道的就回答；选“不清楚”则该问题留空。Esc：返回或结束。Ctrl+C：结束，已回答的会保留。
ask-standard-input = 事实不能来自标准输入，因为回答要从那里读取
ask-yes = 是
ask-no = 否
ask-unknown = 不清楚
ask-back = 返回上一题
ask-help-choose = ↑↓ 选择，回车确定，也可输入文字查找
ask-help-written = ；留空：不清楚；<：返回上一题
ask-help-int = 整数
ask-help-decimal = 数字，如 12.5
ask-help-money = 金额，如 100.00 { $unit ->
    [none] CNY
   *[other] { $unit }
}
ask-help-period = 期限，如 { $unit ->
    [days] 10天
    [working-days] 10个工作日
    [years] 2年
   *[months] 3个月
}
ask-help-day = 日期，如 2024-03-05，或“从未”
ask-help-as-of = 日期，如 2024-03-05
ask-day = 以哪一天看待本案
ask-judge = 由 { $judge } 研判
ask-criterion = 标准：{ $criterion }
ask-clauses = 与之相关的条款：{ $clauses }{ $more ->
    [0] {""}
   *[other] ，另有 { $more } 条
}
ask-left = { $count ->
    [1] 最后一个问题
   *[other] 最多还有 { $count } 个问题
}
ask-settled = 已定：{ $outcome }，{ $status }
ask-open-again = 又未定：{ $outcome }
ask-first = 这是第一个问题
ask-refused = 不能接受这个回答，因为这样就无法对本案作出认定：
ask-kept = 事实已保存在 { $file }
ask-no-option = 没有这个选项；请输入选项的编号或名称
ask-leave = 接下来？
ask-help-leave = Esc 结束
ask-leave-back = 返回上一题
ask-leave-end = 结束；已回答的会保留
ask-leave-on = 继续回答本题
ask-record-more = 添加第 { $number } 条记录
ask-record-none = { $number ->
    [1] 没有记录
   *[other] 就这些
}
ask-record-known = 第 { $number } 条记录：{ $record }
ask-not-json = 这一行不是 JSON：{ $found }
ask-not-a-request = 这一行不是下列任何一种：含“answer”的对象，含“answer”和“to”的对象，"back": true，"end": true
ask-unknown-name = 制度中没有名为“{ $found }”的事实或结果
ask-not-asked = 没有可回答的问题，或没有可返回的问题
