# 每个编号一条消息：消息用一句话说明问题；.label 写在出错之处，.help 写在下方。
# 其余属性用于别处的标注，以及部分情形才需要的帮助。

E0101 = 无法读取“{ $file }”：{ $reason ->
    [no-policy-file] 文件夹里没有“.policy”文件
    [not-found] 文件不存在
    [no-permission] 没有读取权限
   *[other] { $reason }
}

E0102 = “{ $file }”不是文件：{ $reason ->
    [folder] 它是文件夹
   *[device] 它是设备、管道或套接字
}

E0103 = “{ $file }”超过 { $limit } 字节
    .help = 请拆分：一部制度连同测试远用不到这么大。

E0104 = “{ $file }”不是 UTF-8 文本：{ $encoding ->
    [unknown] 第 { $offset } 个字节不构成字符
   *[other] 看起来是 { $encoding }
}
    .help = 请另存为 UTF-8。

E0105 = 不可见字符 { $codepoint }
    .label = 此处看不见，却可能改变整行的读法
    .help = 请删除。

E0106 = 控制字符 { $codepoint }
    .label = 这是给机器用的字符，不应出现在正文里
    .help = 请删除，或者把文件重新存成纯文本。

E0107 = 全角字符“{ $character }”
    .label = 此处应为半角“{ $half }”
    .help = 请把输入法切换到半角，输入“{ $half }”。

E0108 = 名称“{ $name }”里有由几个部分拼成的字符
    .label = 看起来一样，其实是另一个名称
    .help = 请改用单个字符的写法（Unicode 规范形式 C）。

E0109 = 嵌套超过 { $limit } 层
    .label = 到此已超出一层，文件不再继续读取
    .help = 请用“定义”（define）给条件的各个部分起名，再引用这些名称。

E0110 = 名称“{ $name }…”超过 { $limit } 个字符
    .label = 这个名称过长
    .help = 请换成简短的名称，完整表述写在后面的引号里。

E0111 = 引号没有闭合
    .label = 这段文字到行末还没有结束
    .help = 请补上后引号；一段文字不能跨行。

E0112 = 注释没有闭合
    .label = 从这里起全部被当作注释
    .help = 请在注释结束处写上“{ "-}" }”。

E0113 = 文件里没有制度内容
    .help = 请确认文件没有指错，内容也已保存。

E0201 = { $found ->
    [end-of-text] 此处缺少内容，应为
   *[other] “{ $found }”不能放在此处，此处应为
}{ $expected ->
    [value] 取值
    [set-close] 集合末尾的“>”
    [paren-close] 右括号
    [colon] 冒号和类型
    [assigned] “= 取值”或“∈ <若干取值>”
    [keyword] “{ $keyword }”
    [range] “..”和范围的另一端
    [scale-rest] “<”或右花括号“{ "}" }”
    [list-rest] 逗号，或者到此结束
    [comma] 逗号、“给定”（given）或“应为”（expect）
    [close] 右花括号“{ "}" }”
    [open] 左花括号“{ "{" }”
    [type] 类型，例如“是否”（bool）、“整数”（int）或等级的名称
    [clause] 条款编号，例如“3(1)”
    [text] 引号里的文字
    [set] 取值的集合，例如“<甲, 乙>”
    [adjustment] 调整方式，例如“从轻”（lighten）、“从重”（aggravate）
    [property] 性质，例如“不计”（ignores）、“有规定”（is addressed）
    [expectation] 结果，或者“引用”（cites）、“追问”（asks）
    [condition] 条件
    [outcome] 结果
    [name] 名称
    [fold] 前面的“计数”（count）、“存在”（exists）、“每个”（every）、“合计”（sum）或“最长连续”（longest run of）
    [connective] “且”（and）、“或”（or），或者条件到此结束
    [timing] 单位（例如“天”），或者“早于”（before）、“晚于”（after）
    [outcome-test] 比较，例如“≥ 取值”
    [effect] “限制”（bars）或“带来”（brings）
    [duty-status] “已履行”（fulfilled）、“已违反”（breached）、“待履行”（pending）、“不涉及”（not applicable）或“未定”（undetermined）
    [step-status] 步骤的状态，例如“已完成”（done）、“超期”（late）、“缺漏”（missing）、“待办”（due）
    [duty-part] “当”（when）、“应”（must）、“行为”（act）、“早于”（before）或“违者”（on breach）
    [step-part] 步骤的内容，例如“由”（by）、“晚于”（after）、“不超过”（within）、“核查”（checks）、“法定人数”（quorum）
    [procedure-line] “步骤”（step）或“逾期”（escalate）
    [log-part] “由”（by）、“出席”（present）、“核查”（checks）、“征得同意”（consent of）或“理由”（reason）
    [record] 一条记录，例如“{ "{" }年度 = 2021{ "}" }”
    [hierarchy] “<”和上一层级
    [checks] 核查事项，例如“<甲, 乙>”
    [list-close] 右方括号“]”
    [date] 日期
    [number] 数字
   *[statement] 新的声明、条文或规则
}
    .label = { $found ->
        [end-of-text] 缺在此处
       *[other] 不应在此处
    }
    .help = 多半是前面紧挨着的地方漏了一个词或一个符号。

E0202 = “{ $found }”不是关键词
    .label = 可能拼写有误
    .help = 是否应为“{ $keyword }”？

E0203 = 缺少右花括号
    .label = 很可能漏写在这里
    .opener = 从这里开始的内容没有结束
    .help = 请在这个条文、项或测试结束处写上“{ "}" }”。

E0204 = 这个右花括号没有对应的左花括号
    .label = 这里已没有未闭合的花括号
    .help = 请删去，或者看看前面是否漏了“{ "{" }”、或有哪一条结束得太早。

E0205 = “且”（and）与“或”（or）混用，没有加括号
    .label = 看不出哪些应当先合在一起
    .help = 请按制度原意写成“{ $and_first }”或“{ $or_first }”。

E0206 = { $operator ->
    [implies] 几个“蕴含”（implies）连写，没有加括号
   *[other] “{ $operator }”与前一个比较连写
}
    .label = 这已是连写的第二个
    .help = { $operator ->
        [implies] 请用括号标明先后。
       *[other] 请写成两个比较，用“且”（and）连接。
    }

E0207 = “{ $number }”无法准确保存
    .label = 数字太大、位数太多，或者期间不是整数
    .help = 整数最多 19 位，小数和金额最多 28 位；期间只能是整数。

E0208 = 日历上没有“{ $date }”这一天
    .label = 没有这一天
    .help = 请按年-月-日书写，例如“2024-02-29”；并核对这个月有多少天、这一年是不是闰年。

E0209 = 集合里没有取值
    .label = 无从选择
    .help = 请列出允许的取值；如果本意是不采取措施，请写“= 无”（= none）。

E0210 = “{ $word }”是关键词，不能用作名称
    .label = 此处应为名称
    .help = 请换一个词，或者写得长一些。

E0211 = 引号里不能写“{ $escape }”
    .label = 反斜杠后面不能跟这个字符
    .help = 要写反斜杠本身，请连写两个；单个反斜杠后面只能跟引号。

E0212 = “{ $number }”不能用作条款编号
    .label = 不是条款编号
    .help = 编号从 1 到 { $limit }，汉字数字最大到九千九百九十九。

E0213 = “{ $found }”是其他语言的运算符
    .label = 制度文件另有写法
    .help = { $ours ->
        [not] 请写“非”（not）。
        [and] 请写“且”（and）。
        [or] 请写“或”（or）。
        [implies] 请写“蕴含”（implies）。
       *[other] 请写“{ $ours }”。
    }

E0301 = 未知的名称“{ $name }”
    .label = 没有任何声明
    .help = 请将其声明为事实、研判或定义，或者等级中的取值。
    .suggest = 是否应为“{ $suggestion }”？

E0302 = “{ $name }”重复声明
    .label = 在此再次声明
    .first = 首次声明于此
    .help = 请为其中之一改名。

E0303 = 条款“{ $clause }”重复
    .label = 编号再次出现
    .first = 首次出现于此
    .help = 请对照制度原文，改正写错的编号。

E0304 = 没有条款“{ $clause }”
    .label = 制度里没有这一条款
    .help = 请核对编号；引用项时要连同条号，例如“3(1)”。

E0305 = “{ $name }”与“{ $type }”的一个取值同名
    .label = 这个名称会与取值相混
    .help = 请为这个事实或定义改名。

E0306 = “{ $type }”没有取值“{ $name }”
    .label = 不在“{ $type }”的取值之内
    .help = 可用的取值：{ $members }。
    .suggest = 是否应为“{ $suggestion }”？

E0307 = 定义“{ $name }”依赖它自己
    .label = 循环：{ $path }
    .help = 请在制度写明事实的地方断开这个圈。

E0308 = 规则循环覆盖：{ $path }
    .label = 在此绕成一圈
    .help = 请按制度原意只保留一个方向。

E0309 = 未知的结果“{ $name }”
    .label = 没有声明过这项结果
    .help = 请将其声明为结果，并写明它的等级。
    .suggest = 是否应为“{ $suggestion }”？

E0310 = 未知的类型“{ $name }”
    .label = 没有声明过这个类型
    .help = 请用“是否”（bool）、“整数”（int）、“小数”（decimal）、“金额”（money）、“日期”（date）、“期间”（duration），或者以此名称声明等级或枚举。
    .suggest = 是否应为“{ $suggestion }”？

E0311 = 未知的机构“{ $name }”
    .label = 没有声明过这个机构
    .help = 请将其声明为机构。
    .suggest = 是否应为“{ $suggestion }”？

E0312 = { $wanted ->
    [outcome] “{ $name }”不是结果
    [fact] “{ $name }”不是事实
   *[condition] “{ $name }”是结果，不能用在条件里
}
    .label = { $wanted ->
        [outcome] 此处应为结果
        [fact] 此处应为事实
       *[condition] 此处应为事实或定义
    }
    .declared = 声明于此
    .help = { $wanted ->
        [outcome] 规则只能给出结果；事实要就案件查明。
        [fact] 请写事实或研判的名称。
       *[condition] 请改为写明得出这项结果的事实。
    }

E0313 = 此处内容只能给出一次
    .label = 在此再次给出
    .first = 首次给出于此
    .help = 请删掉不适用的那一个。

E0401 = 条件只能是真或假，而这里的类型是{ $type ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}
    .label = 既不是真，也不是假
    .help = 请与某个值比较，例如“严重程度 = 重大”、“迟延天数 > 30”。

E0402 = 类型{ $wanted ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $wanted }”
}与类型{ $found ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $found }”
}不能比较
    .label = 这两者不是同一类
    .help = 同类才能比较：日期与日期、数字与数字、期间与期间。

E0403 = { $name ->
    [none] “{ $wanted }”的取值与“{ $found }”的取值不能比较
   *[other] “{ $name }”是“{ $found }”的取值，不是“{ $wanted }”的取值
}
    .label = { $name ->
        [none] 每个等级有自己的顺序
       *[other] 此处应为“{ $wanted }”的取值
    }
    .help = 请分别与各自等级里的取值比较。

E0404 = { $operator ->
    [rises-with] “随升”（rises with）
   *[other] “{ $operator }”
}需要高低顺序，而{ $type ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}没有
    .label = 没有高低之分
    .help = { $type ->
        [bool] 请直接写这个事实，或者在前面加“非”（not）。
       *[other] 请直接列出所指的取值；如果确有高低，请声明为等级，取值之间用“<”连接。
    }

E0405 = “{ $name }”是“{ $found }”的取值，不是“{ $wanted }”的取值
    .label = 此处应为“{ $wanted }”的取值
    .help = 请改用“{ $wanted }”的取值，或者核对所指的事实或结果。

E0406 = “{ $name }”列了两次
    .label = 在此再次列出
    .help = 请删去，或者改成本来要写的取值。

E0407 = 金额没有写币种
    .label = 缺少币种
    .help = 请在数字后面写上币种，例如“1000.00 CNY”。

E0408 = “{ $first }”与“{ $second }”的金额混用
    .label = 此处与“{ $first }”不一致
    .first = “{ $first }”出自此处
    .help = 同一事实的金额请使用同一种货币，或者每种货币各声明一个事实。

E0409 = { $operator ->
    [negative] 类型{ $left ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $left }”
        }的值前面不能加负号
   *[other] { $left ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $left }”
        }与{ $right ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $right }”
        }之间不能用“{ $operator }”
}
    .label = 无法这样计算
    .help = 数字、金额、期间只能与同类相加减，也可以乘以数字；日期可以加上期间。

E0410 = 此处应为{ $wanted ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $wanted }”
}的值，而不是{ $found ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $found }”
}
    .label = 与声明不符
    .help = { $wanted ->
        [bool] 请写“是”（true）或“否”（false）。
        [int] 请写整数，例如“3”。
        [decimal] 请写数字，例如“0.5”。
        [money] 请写带币种的金额，例如“1000.00 CNY”。
        [date] 请写日期，例如“2024-03-05”。
        [duration] 请写期间，例如“30 天”、“3 个月”。
       *[other] 请写“{ $wanted }”的取值之一。
    }

E0411 = 结果“{ $name }”的类型不能是{ $type ->
    [bool] “是否”（bool）
    [int] “整数”（int）
    [decimal] “小数”（decimal）
    [money] “金额”（money）
    [date] “日期”（date）
    [duration] “期间”（duration）
   *[other] “{ $type }”
}
    .label = 此处应为等级或枚举
    .help = 如果只是“做”与“不做”，请声明一个只有一个取值的枚举。

E0412 = 看不出“{ $name }”怎样合并：“{ $type }”没有轻重顺序，不能取重
    .label = 需要另一种合并方式
    .help = 请写明“取并”（combine union）、“取交”（combine intersect）、“取同”（combine unique）或“并处”（combine accumulate）。

E0413 = { $why ->
    [direction] 对“{ $name }”的调整既往轻又往重
   *[order] “{ $name }”没有轻重之分，无从调整
}
    .label = { $why ->
        [direction] 此处方向相反
       *[order] 只有等级才能这样调整
    }
    .help = { $why ->
        [direction] 请拆成两项调整，各写各的条件。
       *[order] 此处只能用“免予”（waive）；如果取值确有轻重，请声明为等级。
    }

E0414 = 这个计算的得数太大，或者超出了日历范围
    .label = 在每个案件里都一样
    .help = 请检查是不是多写了数字，或者直接写出真正要的结果。

E0415 = 单位为{ $first ->
    [days] “日”
    [months] “月”
    [working-days] “工作日”
   *[other] “{ $first }”
}的期间与单位为{ $second ->
    [days] “日”
    [months] “月”
    [working-days] “工作日”
   *[other] “{ $second }”
}的期间不能比较
    .label = 此处与{ $first ->
        [days] “日”
        [months] “月”
        [working-days] “工作日”
       *[other] “{ $first }”
    }不一致
    .first = 单位{ $first ->
        [days] “日”
        [months] “月”
        [working-days] “工作日”
       *[other] “{ $first }”
    }出自此处
    .help = 同一事实的期间请使用同一种单位。

E0416 = { $from ->
    [unknown] 范围的下限高于上限
   *[other] 范围的起点“{ $from }”高于终点“{ $to }”
}
    .label = 这个范围里什么也没有
    .help = 请对调两端，或者改正写错的那一端。

E0501 = 条款“{ $clause }”没有内容
    .label = 此处什么也没有编入
    .help = 请编入，或者用“不编入”（not modelled）说明理由；原文没有写明的，请用“缺漏”（missing）。

E0502 = 条款“{ $clause }”标明“不编入”（not modelled），却又写了内容
    .label = 与这一条款的其他内容矛盾
    .help = 请删掉标记或内容；如果只有一部分不编入，请把那一部分单独列为一项。

E0503 = 条款“{ $clause }”没有针对这项结果的规则
    .label = 没有什么可以排除
    .help = 请核对条款编号和结果名称。

E0504 = 测试“{ $name }”没有预期
    .label = 规则怎么写都能通过
    .help = 请至少写一行“应为”（expect）。

E0505 = 一条规则给出了两次“{ $name }”
    .label = 在此再次给出
    .help = 如果可以择一，请写成集合“∈ <…>”；如果分别针对不同情形，请写成两条规则。

E0601 = 事实不是有效的 JSON：{ $reason ->
    [empty] 内容是空的
    [not-object] 应当写在“{ "{" }”和“{ "}" }”之间
    [comment] JSON 里不能写注释
    [colon] 名称后面缺少英文冒号
    [comma] 缺少英文逗号
    [leading-zero] “{ $found }”开头多了零
    [name] 缺少引号里的名称
    [number] 数字不能写成“{ $found }”
    [trailing] 结尾之后还有内容
    [single-quotes] 应当用双引号
    [trailing-comma] 这个逗号后面没有内容
    [unclosed-string] 引号没有闭合
    [unclosed] “{ $found }”没有闭合
    [escape] 不能转义为“{ $found }”
    [value] 缺少值
    [control-character] 文字里有控制字符 { $found }
    [blank] 不能使用空白字符 { $found }
    [not-serialised] { $found }
   *[unexpected] “{ $found }”不能放在此处
}
    .help = 事实请这样写：{ "{" } "reported": true, "severity": "major" { "}" }，标点用英文半角。

E0602 = 制度里没有事实“{ $name }”
    .label = 没有任何声明
    .help = 请核对拼写；制度不问的情况，请不要写进来。
    .suggest = 是否应为“{ $suggestion }”？

E0603 = 事实“{ $name }”重复给出
    .label = 在此再次给出
    .first = 首次给出于此
    .help = 请只保留属实的那一个。

E0604 = { $reason ->
    [member] “{ $name }”不能取值“{ $found }”
    [date] “{ $name }”不能是“{ $found }”：日历上没有这一天
    [unit] “{ $name }”在此以{ $wanted ->
            [days] “日”
            [months] “月”
            [working-days] “工作日”
           *[other] “{ $wanted }”
        }计，而不是{ $found ->
            [days] “日”
            [months] “月”
            [working-days] “工作日”
           *[other] “{ $found }”
        }
   *[type] “{ $name }”的类型是{ $wanted ->
            [bool] “是否”（bool）
            [int] “整数”（int）
            [decimal] “小数”（decimal）
            [money] “金额”（money）
            [date] “日期”（date）
            [duration] “期间”（duration）
           *[other] “{ $wanted }”
        }，不能是“{ $found }”
}
    .label = { $reason ->
        [member] 此处应为“{ $wanted }”的取值
        [date] 没有这一天
        [unit] 此处应以{ $wanted ->
                [days] “日”
                [months] “月”
                [working-days] “工作日”
               *[other] “{ $wanted }”
            }计
       *[type] 此处应为{ $wanted ->
                [bool] “是否”（bool）
                [int] “整数”（int）
                [decimal] “小数”（decimal）
                [money] “金额”（money）
                [date] “日期”（date）
                [duration] “期间”（duration）
               *[other] “{ $wanted }”
            }的值
    }
    .help = { $reason ->
        [member] 可用的取值：{ $members }。
        [date] 请核对这个月有多少天、这一年是不是闰年。
        [unit] 制度以{ $wanted ->
                [days] “日”
                [months] “月”
                [working-days] “工作日”
               *[other] “{ $wanted }”
            }作比较，请用同一种单位。
       *[type] { $wanted ->
            [bool] 请写 true 或 false，不加引号；尚不清楚的，请不要写。
            [int] 请写整数，不加引号，例如 3。
            [decimal] 请写数字，例如 0.10；在 JSON 里要加引号。
            [money] 请写带币种的金额，例如 10.00 CNY；在 JSON 里要加引号。
            [date] 请写日期，例如 2024-03-05；在 JSON 里要加引号。
            [duration] 请写期间，例如 3 months；在 JSON 里要加引号。
           *[other] 请写“{ $wanted }”的取值之一。
        }
    }
    .suggest = 是否应为“{ $suggestion }”？

E0605 = { $reason ->
    [whole] “{ $name }”只能是由数字组成的整数，不能写成“{ $found }”
    [range] “{ $found }”对“{ $name }”来说太大
    [quote] “{ $name }”是小数，“{ $found }”应当加引号
   *[digits] “{ $found }”位数太多，“{ $name }”无法准确保存
}
    .label = { $reason ->
        [whole] 不是普通的整数
        [range] 数字太大
        [quote] 别的程序可能会舍入
       *[digits] 必须舍入才能保存
    }
    .help = { $reason ->
        [whole] 请不要写小数点和指数。
        [range] 整数和期间最多 19 位。
        [quote] 加了引号，每一位数字才会原样保留。
       *[digits] 最多 28 位；请按适用的规定自行舍入之后再填。
    }
    .quote = 请写 { $suggestion }。

E0606 = 给出的事实与制度的假定相矛盾
    .assumption = 制度作了这一假定
    .help = 请先核对事实；事实无误的，应当修改假定。

E0607 = { $reason ->
    [calendar] 没有节假日日历，无法计算工作日
    [units] 按这些事实计算，会把不同的单位或币种混在一起
   *[overflow] 按这些事实计算，得数太大，或者超出了日历范围
}
    .label = { $reason ->
        [calendar] 此处的工作日
        [units] 此处单位不一致
       *[overflow] 在此计算
    }
    .help = { $reason ->
        [calendar] 请把期限届满的日期单独作为一个事实。
        [units] 请用同一种单位给出事实。
       *[overflow] 请看有没有不可能属实的值，例如“9999-12-31”；不清楚的事实，请不要写。
    }

E0608 = { $reason ->
    [size] 事实超过 { $limit } 字节
   *[depth] 事实的嵌套超过 { $limit } 层
}
    .help = 请确认文件没有指错，而且里面只有一个案件。

E0609 = “{ $setting }”不是“名称=值”的形式
    .help = 请依次写事实名称、“=”和值，例如“reported=true”。

B0001 = 纲目列出了条款“{ $clause }”，制度文件里却没有
    .label = 在此列出
    .help = 请编入，或者用“不编入”（not modelled）、“缺漏”（missing）说明原因。

B0002 = 条款“{ $clause }”没有列入纲目
    .label = 纲目没有列出
    .help = 请对照制度原文：补进纲目，或者改正编号。

B0003 = 条款“{ $clause }”的原文没有写明：{ $what }
    .label = 原文缺漏
    .help = 制度补全以后，请编入并去掉这个标记。

C0001 = “{ $name }”与“{ $other }”形近
    .label = 容易看成“{ $other }”
    .other = 另一个名称
    .help = 指同一件事的，请只声明一次；指不同的事，请换成一眼就能分清的名称。
