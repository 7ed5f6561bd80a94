/** The most common ones in lists of leaked passwords, of the world and of Chinese sites; eight characters and more, lower case. */
const common = new Set(
  `password password1 password12 password123 password1234 passw0rd passw0rd1 p@ssw0rd p@ssw0rd1 p@ssw0rd123 p@ssword pa$$word
passwords mypassword qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc
1qazxsw2 qazwsxedc qazwsx123 zaq12wsx zxcvbnm1 zxcvbnm123 asdfghjkl asdfghjkl1 asdf1234 asd12345 qwer1234 qwe12345 q1w2e3r4
q1w2e3r4t5 abcd1234 abc12345 abc123456 abc123abc a1234567 a12345678 a123456789 aa123456 aa12345678 aaa123456 as123456 qq123456
qq123456789 wang1234 wang123456 zhang123 zhang123456 li123456 liu123456 admin123 admin1234 admin12345 admin123456 admin888
admin@123 admin@1234 administrator root1234 root123456 test1234 test12345 test123456 user1234 guest123 welcome1 welcome123
welcome@123 letmein1 letmein123 iloveyou iloveyou1 iloveyou520 sunshine princess football baseball superman starwars trustno1
whatever computer internet michelle jennifer jordan23 dragon12 monkey123 master123 login123 default1 changeme changeme1
changeme123 secret123 company1 company123 woaini1314 woaini520 woaini521 woaini123 woaini99 5201314a 5201314aa a5201314
wo5201314 52013145 1314520a 13145200 520131400 5211314a woaiwojia woshishui wodemima nihao123 nihao1234 beijing2008 zhongguo
zhongguo1 china123 china888 huawei123 huawei@123 alibaba1 tencent1 taobao123 a1b2c3d4 a1b2c3d4e5 1a2b3c4d 147258369 159357456
159753456 123qweasd 123qweasdzxc qweasdzxc 123123123 121212121 321321321 520520520 521521521 123321123 112233445566 11223344
12341234 12344321 87654321 98765432 987654321 1234567a 12345678a 123456789a 1234567q 12345678q 123456789q 1234567890a
123456abc 12345678abc 123456aa 123456qq 123456aaa 123456asd 123456qwe 123456@a 123456ab 123abc456 abcdefgh abcdefg1 abcdefg123
passw0rd! password! password1! qwerty123! admin123! abc@1234 abc@12345 abc@123456 aa@123456 abcd@1234 qwer@1234 asdf@1234
1qaz@wsx 1qaz!qaz 1qaz@wsx3edc zaq1@wsx p@55w0rd summer2024 winter2024 spring2024 summer2025 winter2025 spring2026 summer2026`.split(/\s+/),
)
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm']
/** Chinese mobile numbers, dates as `19880808`, and other numbers: few guesses for a machine. */
const onlyDigits = /^\d{0,14}$/

/** Whether a password is one that attackers try first. */
export function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  if (common.has(plain) || onlyDigits.test(plain)) return true
  if (new Set(plain).size <= 3) return true
  return rows.some((row) => runs(row, plain) || runs([...row].toReversed().join(''), plain))
}

/** A piece of a row of the keyboard or of the alphabet, perhaps repeated. */
const runs = (row: string, text: string): boolean => (row + row).includes(text)
