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
ensure-not-proved = 有 { $count } 条 `ensure`（确保）已读入，但本版本尚不能证明
fmt-would-change = { $file } 需要重新排版
fmt-would-change-meaning = { $file } 未作改动：排版后的文本含义会改变（请报告此问题）
fmt-cannot-write = 无法写入 { $file }：{ $reason }

status-decided = 已定
status-exempt = 免责
status-not-addressed = 无条款规定
status-conflict = 冲突
status-undetermined = 未定
status-out-of-scope = 不在适用范围
value-none = 不予处理
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

test-failed = 未通过
test-expected = 应为：
test-found = 实为：
test-summary = 通过 { $passed }，未通过 { $failed }
test-against-assumption = 事实与假定相矛盾：{ $assumption }
test-no-result = 无法计算：{ $calculation }
