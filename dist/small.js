/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={frequent:[32,0,2,1,65,4,3,11,33,40,106,5,34,16,64,8,116,127,6,12,253,7,13,15,114,108,9,128,43,97,10,95,183,54,111,124,71,101,113,17,69,255,130,24,27,36,162,57,107,112,14,99,160,18,20,56,126,96,125,100,19,66,31,75,228,42,68,136,184,230,178,21,45,70,55,121,48,77,110,163,252,119,60,187,63,73],text:`!B}X}W%!!!%~D#o_%4%4_#44%4_(4444%4_#44!_%4%H_%4!_#44%H_)444%4_(4444%a_!%4_)444%H_(4444!_!%H_)444!_5444444!_.44444!_.44444%4_#44%a_#4H%4_)44H%4_(4H44!_.444H4%H_(44HH!_#HH%4_%^%4_)44a!_%4%a_.44444%a_.44444%H_(44H4!_#4H!_%4%^_844444aa%4_5444444%4_.44HHH%H_.4444H!_5444HH4%4_.444a4!_.444HH%4_#4H%H_(4444%H_(444H%4_54444H4%H_*444HH444444%4_(44aa%4)}v%}t%!!!!L%8%9.%}!W%%)W5P9!)}#:*?*C))8}%QW%!Z}&8%!c%[}(L:*%[}).e.* +C*9/8}*.%.R%#..0:}+)#5!#8%???(((Z!},%((}-,C#85((((?}.%8%!8#%!(%!C6666h!%!!!5#?55A!c5#!!.5C##%n220)} (.%V%00.)%!%52%4%&@@%*8~s?y5}WJ}WG;r#!6=G;BD}ZJ;}X}VGu!}D9=G;BD}SJB3}Y;J}X!}_%L=G;BDbJ}SB}Y=3D;B3J!}a%?=G;BD}X}V}Wb!}T?=G;BD}T;Gx!H0=G;BD}WJ}WG;rD}Y}XJb!}Z0=G;BD}WJ}WG;rD}S;JJ!}[P=G;BD}WJ}WG;rD=B;}TJ}X3D}S;JJ!xZ=G;BD}WJ}WG;rDxBu3Jb!}Y9=G;BD3;Bu}X}SJ;!}FZ=G;BD3;Bu}X}SJ;D}X}V}]J!}EC=G;BDX}UJXU!}c%?=G;BD}S;JJ!^*=G;BDX;JB3J!}b%C=G;BD}VuV}Y3!}]*=G;BDG}Y3V}Y3!}X9=G;BD}T;Bb}VJu3!a6=G;BD}SG;xB;b!@%C=G;BDBbBV3!j%C=G;BD=JB;u!r6=G;BD;J}XJ;}ZJ!}W} =G;BDBbBV3Dx}V3}UD;JxB;b!}d%Z=G;BDVBXUJbDG}Y3V}Y
3!;:=G;BDbJ=3BDuG;}W!O%0=G;BDBbBV3DXG}Yu3!}e%Z=G;BD}SG;xB;bDXG}Yu3!4} =G;BD3G3B=DBbBV3DXG}Yu3!}SP=G;BD3G3B=D}SG;xB;bDXG}Yu3!J0=G;BDVB;B}WDXG}Yu3!K*=G;BDGV3}VGu!3:=G;BD}XJ3DGV3}VGu!}UC=G;BD;J}XJ3!UL=G;BD}XJ3DXB3J}TG;r!-}%=G;BD}XJ3DXB3J}TG;rD}SB==}RBXU!}V9=G;BD;JBbD;Gx!uW=G;BDx;}V3JD;Gx!}AL=G;BD;JBbDu}Y}W}RJ;}X!GZ=G;BDx;}V3JDu}Y}W}RJ;}X!}B0=G;BD}UB}XD=JB;uJb!}^L=G;BD;JBbD}SG;xB;b!VZ=G;BDx;}V3JD}SG;xB;b!}Cn=G;BD;J}XJ;}ZJD3;Bu}X}SJ;!=} =G;BD3;B-JX3G;rDX;JB3J!B} =G;BD3;B-JX3G;rD;JXG;b!}L} =G;BD3;B-JX3G;rD=Ju}T3}U!}OQ=G;BD3;B-JX3G;rD3G3B=DXG}Yu3!}H}&=G;BD3;B-JX3G;rD}X}YXXJ}X}XD;B3J!}I =G;BD3;B-JX3G;rD}RJ}X3D}V}WV;G}ZJ}WJu3!X =G;BD3;B-JX3G;rD}WJBuD}V}WV;G}ZJ}WJu3!}NP=G;BD3;B-JX3G;rD}ZB;}VBuXJ!}G})=G;BD3;B-JX3G;rD}RJ}X3DB33Ju3}VGu!b/=G;BD3;B-JX3G;rD}U}V}T}UDK}YB=}V3rDXG}Yu3!}P+=G;BD3;B-JX3G;rDXG}Yu3D}RrDGVJ;B3G;!}Rn=G;BD3;B-JX3G;rD}T;G}YV!}Q[=G;BD3;B-JX3G;rDb;Bx!_c=G;BD3;B-JX3G;rD}TJ3!D[=G;BD3;B-JX3G;rD;JBb!}Me=G;BD3;B-JX3G;rD}XJ3D3G3B=DXG}Yu3!}Jn=G;BD3;B-JX3G;rD;J}XJ3!}K?}*%!&%*:}g%}k%}o%}f%}l
%}q%}p%}j%}i%}r%}s%}m%}n%}h%}66%2C~O~+%}t%2! !&%0}-*2! !&#0}-**!&}^&^ !0!Q*e! !,#2 !,#(&:-&VK !,#!&:-&VK-=*~0%%(}^ %(1 %&#3 !-+%)1 # !7!(s/# #7l%7g%+# ) !7!( /) )7l%7g%+) ( !7!(0/( (7l%7g%+( . !7!(!/. .7l%7g%+. % !&1U/!I9!* # )7g%+# ( .7g%+)* )7e! )7e%}o )7e# )7e)}o}o #7e! #7e%}o #7e# #7e)}o}o}o*A%%4 !,#0 !,#[/# !,#Rt(4 % !,#,- #V. %*&.3-*}E! ! #F#[ ! %F#! ! #&2-F#P ! #&0-/#F#( ! % %=&)3/% #-/#F#2 ! % #-/#F#6 ! % #-F#0 !*+! !0!/!(4 !&! % !,#}& !,#P-|Q.&!**}L%)4 %&:K(1 %&:-&VK+.)1 %+) # (I(1)1 )&:K(1 )&#3 !-&!F#! )&%-+)6%** (&%-+( .&#3 !-+!6%****,%%4&jO%&jO%,#! !&0U/!,#!&^K/%UF#! ! %0}&*}.%#4 !,#y %&j%=-/)o!}b%M(1 ! %0h+#* # ) #Q*}%! !&!E}SM ! %XM;M ! !w8~5BK*~O(#.}^?4 %&#3+: (&#3 )-+0#1 .&%p(1 (M9% %&(3+9 %&s=+W %&.3+6)1 %(1 )7!(s+8 )7!( +2 )7!(0+? )7!(!+C :+* #+()1 ! !7!(! C (7?#!/57l%7~b%7*(! ! 9-/. .7!(! ? 57l%7~b%7*(! ! 6-/. .7!(! 2 57l%7~b%7*(! ! W-/. .7!(! 8 57l%7~b%7*(! !&0-+! (&(-+( *&(U/*9!** ! W-+! 0 )&1U/)I9!*. (M9% (&#3+c %&s=+L %&.3+W)1 %(1&!+Z #+6)1 )+( 6+*&@@@@}[7L+5&@@@
@}[7L+8&@@@@}[7L+2&@@@@}[7L+? .+9)1 5 (7!(! *7?#!/C7l%7g%+5 ? C (7!(s7l%7g%+? 2 C (7!( 7l%7g%+2 8 C (7!(07l%7g%+8 ( c-+( * :-+* 9&%U/99!* ! !7!(! 57~b%7*(! :&#3 !-/( (7!(! 87~b%7*(! ! W-/( (7!(! 27~b%7*(! ! L-/( (7!(! ?7~b%7*(! 6&(-+6 !&0-+! % Z&%-/ZI9!** ! L-+! 0 )&1U/)I9!****}N%)4 !&~1O%,#!0s/#(1#1 %&~6O%,#!0s/)(1&~.O%&~1O% # !0}1&kO%&~6O% ) %0}1&%+(6%* #&~:O%p9! #0?&!:** (*Q! !0!/!(4 !&! % !,#P|Q.&!**c! ! !,#! %0)0ozT)0*N##.}^84 ((1 (&#3 .-+W %&#3+: %&s=+6 %&.3+0 %&(3+L)1 %(1 :+9 !+( #+*&@@@@}[7L+5&@@@@}[7L+8&@@@@}[7L+2&@@@@}[7L+?)1 ? (7!(! *7?#!/C7l%7g%+? 5 C ( 6-7!(!7l%7g%+5 8 C ( 0-7!(!7l%7g%+8 2 ( L-7!(! C7l%7g%+2 (&0-/!+( *&(-+* 9&(U/99!*.&@@@@}[7L+?&@@@@}[7L+2&@@@@}[7L+8&@@@@}[7L+5* )(4 5 )7!(s7g%+5 8 )7!( 7g%+8 2 )7!(07g%+2 ? )7!(!7g%+? )&1U.&!*+) . 57*(s . 87*(  . 27*(0 . ?7*(! ! 6-+! W .&1U/.I9!***F##4%H %&%-+))1 % #I(1 ( # )=&)3 !-A)!Y+( #&%-+#6%** (*~J%#(4#^ !d~K!Hd1}a+.&@O%,#!+)&}iO%+%#1)1 %,#!/%(1 . % )-/%,#!/(~+/5}K(1#1 #(1 #,#! (t9%* %+# . 5}D9(** %&2-+%6%** #9!&}mO% 
!q)!&!:* #,#2 #,#60}( #,#!+( # .~#/)&%;F#! ) (I(1 # )-/% )F#( % ( )U0}&*&jO% )&jO%,#!-F#! #&0-*}Q!#1 !,#PA)!&!EB(1 !,#[A)!w8d{}ad!}E9%* %,#! !,#! #,#!&:-&VK !,#(0}7 %,#( !,#! #,#(&:-&VK !,#20}7**}.! !,#2 !,#6,#PL!!&8-&}[K !0) !,#6,#!=&%}Z-*~^%#)H)4 !&!7:7*)! !d!q)0 %,#R/5(1#1 %,#0 5 %,#[/8}B(4 %,#, 8V.&!*&.3-A)0+#)1 . 5I(1 % .0.+8 % .0.A)0/( # # (XQ+# .&%-+. ) 8A)0Y+)6%** ! #T)! ! ) 5kv/)T)2 5&%p9!&!+.&!E+#)1 . 5I(1 # % .0.A)0 )}}/# #SY+# .&%-+.6%** ! # 5&%UkvT)0***T##4%}^ #7c+.)1 % )f(1 )&#3 !-/( . (7!(!7l%7*(! )&(-+)6%***}x(#5}^C4 %&#}B(1 %&#3+0 !+: (+*)1 :+6 #+W&!7:+.&!7:+5&!7:+8&!7:+2 )(1 )&#3 #-+L 0&#3+Z 0&)3+c)1 . W7!(!/? 67!(07l%7g%+. 8 67!(! ?7l%7g%+8 2 6 Z-/[7!(! W7!(0/?7l%7g%+2 5 ? [7!(07l%7g%+5 6 c-+6 L W& -/WI9!* 5 .7g%+5 2 87g%+.* * . 579!%#)2?C*0LZcP}#}%Q . 579(.5869W:[n} }!}&}(})e7g%/. .79!%#)2?C*!%#)2?C* . .79(.5869W:(.5869W:7g%/.7e%]#( * .7e!]#! :& -+: *&2-+* 9&(-+6 9&#-+9 % 6}B9!** % 9I(1 9&#3 (- )(}^ )&#3 #-+) %&(3+( %&.3+% 9&(3 !-+*&!7:+.)1 . *7!(! #7!(!7l%7g%+. C (
 *-7!(! #7!(07l%7g%+C % *-+* ) #& -/#I9!* C .7g%.&!7:*/.7e! .7e%}o .7e# .7e)}o}o]#!**G%.4 %&:-&VK/. %p ! )pKM(1)1 #(1 . #&%U/#=&#3 )-+5 % #=&#3 !-+8 %+()1 ((1 (&%U/(&#3/2 5- 8 2-h#!]#!6%.6)*!*!****C!&@@%&!09*O##.4%H %&%-+8)1 % .I(1 % .=&)3 !-+5 .&)3 #-A)!+?&!+()1 ( .I(1 ? (&)3/2 5-A)! ) 2-A)!S}}+? (&%-+(6%** .&)3 )- ? . 8=&)3 !-A)!vT)! .&%-+.6%** %+()1 ((1 (&%U/#&)3/. !-+5 ) .-/.A)!+?)1 % (f(1 ? % (=&)3 5-A)! (&)3 )-A)!S}}+? (&%-+(6%** . ? # 8=&)3 !-A)!vT)! #+(6%***q##4%H)1 # )I(1 . )&)3/( !-A)! % (-A)!SY+. )&%-+)6%** .*~L%%#4 ! %F#! %&^K !-/#o!!&%KM(1 #,#2 #,#60}( ! !,#! #,#!&^K-/%F#!*&@O%,#!+) !,#(/#(1 ! #U/#o!!&%KM(1 #,#2 #,#60}( # #,#! !,#!-/%F#!&@O%,#!+) #+!** !&!F#6 !&}iO%,#!/#F#2 %&^K !- %F#( ! )U+! #(1 # )- !F#6*&}iO% !F#!*}0%%4 %&@O%,#!/#-&2-&}iO% %Q !F#! !(1 ! #- %F#6**}&! ! %~+ #~+d }d}bq)! ! !0}5q)! !*}!! !0}5d,j~#&@@@(Um};!!!}5}q*}}#%2}^ %&#I(1 ! % # ) (0}! # )0(:* ( )(}^ )&#3 #-+%)1 . #7!(0/5 57l%7g%+. 8 #7!(!/2 27l%7g%+8 ? 5 !7!(s7l%7g%+? C 2 !7!(07l%7g%+C * !7!(  57l%7g
%+* 6 !7!(! 27l%7g%+6 !&1U+! % #& -/#I9!* . 87g%+8 * 67g%+. ? C7g%.&!7:*/57e! 57e%}o 57e# 57e)}o}o]#( ( .7e! .7e%}o .7e# .7e)}o}o]#! 87e! 87e%}o 87e# 87e)}o}o*}4!)1 ((1 ! % # ) .0}! (&%U+( %&#3 .-+. )&#3 #-+#6%***6! ! %L!!&0-*}&%%4 !,#2/% %=&%3&:-&VK !0)-*f%%H !&}6t(4 %d% !~+}d~50*. % %}}/#&!EB %&!E}SM #&!E}R;M !&qp %i!!!~]NN{fJ;K !&]pQ**~-%#(}^%4 %&(3+? )&(3+) #&(3+#&!+%)1 % (|(1 5 ! #-7!(!/87D ! )-7!(!/27D7~n%7~l%+5 . 8 .792?C*69W:!%#)!%#)7D 2 .792?C*69W:!%#)!%#)7D7~n%7~l%+. ! ?-+! %&(-+%6%** .7+! .7+%Y 57+! 57+%YY*}=! #&#3&:-&~lNNN8K %&:-&VK- !,#2 %=&)3&~t!-&@4K- !0}*&%3- !,#(&:-&VK %=&)=-*}=%#4 !&NN:K/#&}yO%,#!|(1#1&}uO%,#! #&)3-/#}1%( !&Z}ZI9! % #o!5I9! #,#!+)** )*]%%4 !,#PA)!&!EB(^ !,#!/%&?}B(^ !,#[A)!w8 %&)}Z~+O.d!*.d!*}C*o%#4)1 % )I(1 # )&.3 !-A)0X (-+( )&%-+)6%** (*}8%%4 !,#y/# %&j%=-,#@%+% !,#P&j%= #- %&j%=-&! %&4IQ&! !o!}6Q*~b%#*4%H #&%-+2)1 # (I(1 # ( # (fQ+? ( 2=&)3 )-+C # (=&)3 )-+* (+.)1 . ?I(1 %&!E ( .p/6Q ( # .=/8-/9&)3 !-A)!Y+: 8&)3 )-+W&!+5)1 ( 5I(1 : 5&)3/8 W-A)! 8 
*-A)!S}}+: 5&%-+56%** 9&)3 )- 6(H % : % :bQ}|. : CA)!v*T)! .&%-+.6%** (&%-+(6%***}+! ! #T)0 )&%K(1 ! %0:* ! !A)P&%EYT)P*}5#%4#a)1 % #I(1 #&#3 !-h#!}h/( ) ) (}PQ+) #&%-+#6%** )*~f%#84%}^}*!&@2U/2R! #&#3+C)1 ) ?f(1&!+8&!+.)1 # .I(1 # .=&)3 !-+*&!+5&!7:+6)1 # 5I(1 6 5&(3 %-7!(! 5&)3 *-A)!~37c7l%7g%+6 5&%-+56%** .&(3 2- 67*(! .&%-+.6%**)1 # 8I(1 8&(3/. (- . 2-7!(!7*(! 8&%-+86%** ?&(-+? C&#3/. (-+( % .-+%6%** 2&@2-R!*h%%4 #&~:O%I(1 !,#!/((1 (0?* % )F#! ! #F#!**}!! ! %f(4 !~+d#}d0Z.&~:O%**O%#)}^#4 %7[+.)1 # 8f(1 . 8&#3/2 !-7!(!/57D7~n%+( ) 2- (7+!~37c (7+%~37 % . 5 .792?C*69W:!%#)!%#)7D7~n%/(7+!~37 # (7+%~37 )7*(! 8&(-+86%***&%#4 !0,(1 !,#2/# !,#!/)0Lio};}&~g~_F}%{S %Yi~*~s}An}o^}U} Y+% # % ) !,#00A**1##4%H !0,(1 !,#(/% !,#!/#0Lio};}&~g~_F}%{Si~*~s}An}o^}U} Y+) % ) # !,#60A**}@%%^ ! !}.)!d~g}e~R}c~d~D}}g~^!a/%q)! % %d})j}cd~4~G}p~c~M~i}n~*~94^/%dQj %}cd~gv~@}v~/E}o~d}q4^/%dej %}c*?! !,#20?*}A! !,#( %,#2 #,#( ),#[ %,#(&:-&VK ),#!06 !,#! %,#2 #,#2 ),#2 %,#!&:-&VK ),#!06*~?%#(a%4 # ) (=&#3/)-+#
 % )-+%&!+)#1)1 ) (I(1 )&#3/* %-h#!/8 8}p&!m}O9# # *-h#!/2 2}p&!m}O9# 2}h/2 ? 2 ?}QQ+? 8}h/8 C 8 C}QQ+C )&%-+)6%** ! 5z}|il}Q}!0 T}Q}8Y CzS !A)2YT)2 ! .z}|il}Q}!0 T}Q}8Y ?zS !A)!YT)! (+)* ) (}B*~R%#84%a&% . .&%tQ+?#1)1 ( 5I(1 5&)K+C % 5&#}Z=+* 5&#3 )-+2&!+8)1 % 8I(1 8&#3 #-/6h#! 2h#!}q+9&%+.)1 . ?I(1 9 % .=&#3 6-h#! ( .=&#3 2-h#!}q}o+9 .&%-+.6%** 8 *- 8&%-+8&(3 C&#3; !-h#! 9}p/9 9}p&!m}N9%6(** 5&%-+56%** (+5* ( 5t*}V#)4%H}*!&@(U/)R! !,#!+.)1 ( .I(1 (&)3 )- (&#3 %-h#!zT)! (&%-+(6%** !0}4 !,#6 !,#! ) #0}% ) # !,#!0Q )&@(-R!*a#.4%H&%+5)1 % .I(1 .&)3 )-+8 % .=&)3 )-+2&!+()1 ( 5I(1 % (=&)3 8- ! % . ( #0}+/?T)! (&)3 2- ?T)! (&%-+(6%** 5&%-+5 .&%-+.6%***}O%#4}*!&@(U/)R!)1 % (I(1 )&!&@(w*! (&)3 )-d@@@@@@@~t{q)! ! % ) % (=&)3 #-0}% (&%-+(6%** )&@(-R!*o! ( % !0L/(&!Eb(H ( !kv.i}H}H}H}H}H}H~Q{* # #S )SSv*~)%%#4 !,#y %&j%=-+%#1 #&5}B(4 %,#6/%M9% %,#,. #&#U&)f(4 %,#!. #&%}Z&%U/) !,#6/(,#!}B9# %,#2 !,#2 (,#PL!!&8-&~tNNN%K&)3- !0) )=&#3-**/%M9! !,#2 !,#!&:-&~lNNN)K=&! #&%KQ&#3 %-:*&!*}u%#(4(H)1 % 5I(
1 % 5=&)3 !-+2 5&#3/. #-h#!z/? (S+C ) .-h#!z+*&!+.)1 % .I(1 .&)3 2-/8 8A)! C .&#3/8 #-h#!z/6S ? ) 8-h#!zS}} 6 *S}}YT)! .&%-+.6%** 5&%-+56%***q%#4&}uO%,#! !&NN:K/%&)3-/#}1%(&%-+! #&% ! !&@~:!pQ}8%( %0&*}a#%(4#1&~%O%,#!/)M(1&}yO%,#!/)&NN:f9% )&%3&@( )Q/)&)3~+0Z/(M9%&}uO%,#!/#(1 ( #&}yO%,#!&)3wC!!&}uO%,#!0?*&}uO% (F#! )&}yO%,#!/# # )|Q+.)1 # .I(1 #&)3 (-&%}8%( #0& #&%-+#6%**&}yO% )F#!&~%O%,#!+)*&}uO%,#!&YO%,#!/(&)3-/#,#!+.&~%O% )&%UF#!&YO% .F#! # !}7!5 # %F#! #}1%(&Z3 (;+#* #*t%#4&}uO%,#!/% !&)3-&!}7!5&~%O%&~%O%,#!/#&%-F#!&}~O%,#!&)3 %-&YO% #Q !F#!&}~O% !F#!*}x%%#4 . !A)0 ( ) ) (XQi}.}O}l~=~q,~l{SYi!!! !!~l{S/)T)  . )i!!!~]NN~kIb/5}7!}= 5M(1&%:* !,#! %,#2/5 .,#2 #,#2 %,#!&:-&VK #,#!/80](4 !,#( 5 .,#( #,#[ %,#(&:-&VK 80].&!**}:##4%a#1)1 % )/#I(1 #&%-+) #&#3 !-h#!/( (}p&!m}N9%6#** %+#* % #t*~58#W4%a}*!&Y)U/(R! !,#6+? !,#y+5 ! %0C+8 ! %0h+2 !,#!+W !,#(+: !,#2+C #,#!+* !0}*+. (&~]#-&!&~:!w*! ( %&j%= 5-/5&s-F#~L# (d@@@@@@@~t{q)}m) ( )F#~]# ( .&:-&~lNNN)K&#3 )-/%F#~P# ( C *=&:-&VK/0&#3/. %-/%F#
~T# ( % .-/6F#~X#&!+% 8 ! # (&~L#-/9/) ?,#}&L#!(1 2(4 !0}*+% !,#2+L&!+) (&}m#-&!&~:!w*! ( 2&s-F#@# (d@@@@@@@~t{q)~:# ( . 6-/.F#}m# ( %&:-&~lNNN)K&#3 .-/.F#}b# ( . * L=&:-&~lNNN)K&#3/%-/.F#j# ( % .-/.F#}i##4 8 2p(1&! 2 ! # (&@#-/% ?,#}&L#!M9%}% 5,#! 8,#! !0)&#3wC!! 5,#2 8,#2 !0[&)3wC!! 5 87!)07*)0 5 ! 9 # ?,#RL2!+Z 2 ! % # ?,#RL2!}%. :&:-&VK+8 W&:-&VK+W % .-/: 0&#3-+0)1 ) *I(1 2,#! C #,#2 ) W=&#3- W ) C=/6&#3 :-/.0}! !A)0~3+Z&!+%)1 % CI(1 %&#3/9 (- . 9-h#! Z}q]#! %&%-+%6%** 0 ) 8=&#3/%-+. 2,#( C ( #,#[ %- 8 .00 #,#0 6&#3-+6 !A)0~3}i+Z&!+%)1 % CI(1 %&#3/9 (- 6 9-h#! Z}q]#! %&%-+%6%** 5,#( C ( . 8 .00 )&%-+)6%** (&%}7!( ( *F#! ( 0F#[ ( :F#0 ( #}.#2q#2&! 2 ! ( (&@#-/% ?,#}&L#!M9%}% 5 ! (&~L#- # ?,#RL2!+Z 2 ! % ( ?,#RL2!}%* ! 5 * Z #,#00|&%*. ! 5 * 5 ! ) # ?,#RL2! #,#00|&%*+%* (&Y)-R! %*}0%%4)1 !,#}& !,#P- %f(1 ! %0}? %&%-+%6%** !&!F#}/*};%#4)1#1 !,#y+% !,#P #t9! #&j%= %-,#6/%(1 %,#,0?* #&%-+#6%** %,#!0?*}t##)4%a}*!& U/5R!&r+. !,#}/ #p(1#1 % !,#,I9! ! !,#]/8,#0I9! 8,#! !,#!/. #02 ) !,#( #02
 .&:-&VK+8&!+.#1)1 # .I(1 .&#3 (- !,#],#! . 8=&#3- 80(/2]#! .&%-+. 2 2}p&!m}N9%6#** 5 #F#2 5 (F#[ 5 )F#}& 5 !o!s}7!6 5 !,#]/),#!F#0 5 ),#6F#P #M9!&!&}] ! % 5&2- #&:-&~lNNN)K&#3 (-0iQ+.6%*&}]+.** 5& -R! .*~%%%(4 # !,#2=+8 !,#]+.)1 5 8I(1 5&#3/2 .,#6- ( 2-h#!]#! 5&%-+56%** .,#!/( )I(1 ( ) !,#!&:-&~lNNN)K #=&#3wC!! !,#]+.* !&%}8%s ! #F#}/ ! %F#, . !F#0 !,#y %&j%=-/! !A), #kYT),*B%#4 )&%m}O(1 # !,#2=+.&!+#)1 # .I(1 #&#3 (-/5 5h#! )}q]#! #&%-+#6%*** %&%}7!}b% !&!}7!s % %A) &%EYT) *~D##24#a}*!&0U/(R! !,#y+# ( ( !,#  %0})}.)!q)2 %&j%= #-/.,#!&! !0)&#3w*!&%m !,#!/#~0}n}r+C !,#2+8)1 5 8|(1 !,#!+? !,#2+2&!+))1 # )f(1 (&2-0e+* .,#! 5 )&#}Z 2=-&(3 )&)K&#3;- C *}q]#! )&%-+) ?+# 2+86%** 5&%-+56%** .&!}7!}b% .&!7:7*)  . CzT)0 !,#y %&j%=-/%,#2&! !0[&)3w*! %d!q)P %,#6/#(1 #&!&,w*! #,#,&! !0)&#3w*!* !,#6,#]/#(1 % ! #L)!* (&0-R!*/! !(4&~.O%,#!/! # ) !0P&~.O%,#!. %**}D#%H%4 !0!/!(1 % !,#y-+% !,#P+)&!+!)1 ! )I(1 # !&j%= %-A)!Y+# !&%-+!6%**.&^E+#* #**! !&%3&!09*N##54#a ! %08/(M(1 !0#:* #&8f(1&x:* (,#2 )t(1&
a:*&~.O%,#!/8 #&#3&(K (-,#!/20};M(1&}]:* (,#y+. (,#6+?#1 #&#U&)t(1#1&!m};~J}t1~w #&)fQ+C&!+!)1 ! 2p9%&H+5 C !&#3 8-h#!/*DM9) !&%-+! *};~J}t1}^D9!*6#** %&j%= .-+.#1 #&5}B(1 .,#6M9%* ( % #0}9/%M9! (,#2+5&!+!)1 ! 2I(1 ) !&#}Z 5=-&(3 !&)K&#3; %- !&#3 8-h#!]#! !&%-+!6%** #&#}B(1&!+5 #&.f9# . ( ?,#iL)!6#* . (0: .&%}7!}b% (,#6,#]/!(1 . ( !L)!* (&!F#}/&!:*&r:* 5*~Q)#(4#H ! %08/)M(1 !0#:*&a+! ),#2 ),#6,#P0/ #p(1#1&~1O%,#! #&%3|9! ),#y %&j%=-+(&~.O%,#!/.A),+8#1 .A)}C/2&!E}R(1 % ),#P/!|+# ! %t 8&!EB;9%.&%+# 8&!EB9%* (,#6&!I+#* ),#6+%&!+!)1 ),#2 ),#6,#P0/ !f(1 #&%K&!+#(1 !&:t(4 !&@@%-o!!.&]*&N%K !&)3 .-A)!0R+#* !&%-+!6%** #&%KM(1&H:* .&@%-+# %,#}=/!(1&r&H ) # !L%!/5Q+! 5M 2&!E}R;9%. 2&!E}R(1&r+!6#** ( .A)!T)  ( .A)2T), ( .A)0T)P ( .A) &!E}R}7!}b% ( )0: ( .A)P/8 (A)0/2 8 2bQT)0 (,#2 # ),#2 ),#6,#PL!!&)3wC!! %,#i/!(1 ( ) !L)!* )&!F#}/&!:** !*~d#).4)H%a !&!08/#(1#1&a+. %&(|9! %&~1O%,#!&%}Zf9!&~.O%,#!/(A)P+8 #,#2+5 (A)2+2 (A)!/? #,#Pk0*(1#1 2 #,#R&%-k0*M9!&% (A)00RM9!&% 80RM 8&%EB;9! % 2w) 5=&(-p+)**&
!+!)1 )&%K/) ! %|K(1 !&)3 (-A)!~3/C C}p&!m}N+) !&%-+!6%**&H+. )M9! #,#] #F#0 # 8&%EB}7!}2 # 2w)/!F#}/ # ?w)F#, # (A)0&%EB}7!s (& -+) ! 5=+% #,#]+#&!+.&!+!)1 ! %I(1 #,#6 !&#3- )A)!~3]#! !&%-+! )&2-+)6%***. !0#+.* .*(!&.*?!&~1O%,#!*?!&~.O%,#!*}2#%4%H}*!& U/%R! !0%/!(H %&2- !0n %A)P.&^E* %& -R!*[! !0%/!(H !A)!.&^E**}2%%4 !0%/!M(1&^E:* !,#R/%(H !,#0 %&!E0}.k %kv.&!E**B##4%H !0%/!M(1&^:*&H+# %i!!!!!!1};X(1#1 % !,#R/)k/(}SM % %w8~5}R;9! % (}R(1 !,#[ )f9%* ! %T)!&!+#** #*})! !0%/!(4 !d!q#R !d!q)!&!.&^**k#)#4%H%a !0%/!M(1&^:*&H+. #&N%t(1#1 % !,# }B9! ) )}}&!E}R ( (}}&!E}R;M(1#1 )&!EJ (&!EJ;9# ( )v&4EY/8i!!!~]NN~kIJM9!&~.O%,#!/5 !,#P&%02&}]+. 5 !,#}&0(/2 2}p&!m}O9# !,#6 !,#}&/. !,#,=&#3- 5 .&#3wC!! !,#0 !,#,&.3-/. #}7!}# . %}7!P . 8T)0 . (T)2 . )T)!&!+. ! !,#,&%-/%&! % !,#[/#IQF#, # !,#R/%f(1 ! %&%-F#R* ! !A)!&%EYT)!6#**&}]:** .*_%#4 !0%/!M(1&^:* !,#R/# %t(1&H:*&~.O%,#! !,#6 # !,#[/)}B(4 % !,#,- )V. %* !,#}&=&#3- !,#P&#3wC!!&!*}2#%4%H}*!& U/%R! !0%/!(H %&2- !0n %A)0.&^E* %& -R!*n! !0%/!(H !,#Rk
.&^E**A! !0%/!M(1&^E:* % %}R(H&}]E. !,#0 !,#R %0}.k**~o%#(H.4 !0%/?M(1&^E:* %&%f )&#f;(H&xE.&}#&P %&%pQ+C ?,#R+*&!+%&!+!)1 ! *I(1 # C ? !0./6-o!!p+2 ( 6A)0Y ( 2Q+( !&%-+! % 2-+%6%** %(H ( %k/.v+5&!+!&!E+()1 ! *I(1 ( ? !0./2A)0 5}}/8 8SY ( # 2 C-o!!pQ+( !&%-+!6%** ( .&4EYv .v}|.&!E*+( 5 ( )&%pQ %k )Q**G%%H !0%/!M(1&^E:* !,#R %t(1&HE:*&xE+) ! %0.+!#1#1#1#1#1#1 #W.()#%!.* !A)0+)6(* !A)2:* !A)!:* !o!}#k:* !o!Pk:* )*}f###H)4}*!&0U/2R! !0%/5(1#1 %&%f(1&x+%6%* 5,#R/8M(1&r+%6%*&!+!)1 %&%p ! 8|K(1 (&!E 5 !0.A)0/( (&!EXQY+( !&%-+!6%** 2&2- # )0})0ez&%EYi!!!!!!~]{S+. (&!EbM(1 . 8kSw)+%6%* ( .S+(&!+%&!+!)1 (&!E}SM ! 8}B;M(1 ! %&!E 5 !0.A)0/. .&!EXQ/.&!EbQ+% ( .}}+( !&%-+!6%***.&^+%* 2&0-R! %*z%#(4#^&a+( %&%U&NN!t(1#1&H+( !M #&}_#U&@^|;9!&}[+(0}#M9! !~+/8 %&:-&~lN)K/5~+^d#}d/2 8d.}dHdsH0Z/.M9! 2~# .-/) #F#  ) 5F#}& ) %F#P ) !F#[ ) .F#6 ) .F#2 )d!q#R )d!q)! ) )&s-F#0&# )01/(9! )0}6&}[+(** (*}P%)4 !0%/!M(1&^E:* !,#  %t(1&HE:* !,#0+) !,#R+(&!+!)1 ! (I(1 % !&.3 )-o!Pp #-+# !&%-+!6%** #k*}2#%4%H}*!& U/%
R! !0%/!(H %&2- !0n %A)2.&^E* %& -R!*~w%#84#H}*!&@PU/#R! !0%/%(H #&@2-&!&@0w*! #&!&@2w*! %,#R+)&!+!)1 ! )I(1 #&@2- % !0./(o!}#/5&)3-/8 (A)0 8A)!YT)! 5&#3 #-/( (,#!&%-F#! !&%-+!6%**&!+%&!+!)1 !&@#I(1 !&#3 #-,#!/)(1 #&@2- !&)3-A)! )kv/? 2J %K+% 2 ? %Q+2 . ! %Q+.&%+%* !&%-+!6%** .k.&^E* #&@P-R!*2! !&,0}@*2! !& 0}@*(!&%*~c%#%a%4 !0!/!M(1&^:* %&4I(1 !,#}& !,#P- %t(1&}^:** #&?f(1&x:* #(1&x&! ) !,#y %&! %&4IQ&j%=- #&)3-A)s}RQ:*&}]&H&! )&!EXQ )~3/( (}p&!m}OQ/#M(1#1 %&4I(1 !,#y %&j%=- )T)s&!+#6%* !,#}& !,#P-+. !,#y+!&!+#&!+%)1 % .I(1 %&j%= !- )T)s %&%-+%6%**** #*o! !0!/!M(1&^:* %&%f(4&x. !&!F#}/ ! %&%p}7!}6&!**}=%%4 ! %0W/)M(1 !0#:*#4 #&4I(1&H # ),#}&}B9%}%* )&!F#}/ ),#y %&j%=- #F#@%&!**}8! !0!/!M(1&^:* %&4p(1 !0M&!:* !,#P %t(4&}^. ! %0}? !&!F#}/&!**9!&!&}[ !&!09Q*}Q%%4 !0!/!M(1&^:* %M #&@@(f;(4&a. !,#R/) %}B(4&!&}[ # !,#(&:-&VK= % !,#!&:-&VK=- ! ) #0},09Q.&a***}}%%#4 ! %08/(M(1 !0#:* #&8f(1&x:* (,#2 )t(1&a:*&!+!&~.O%,#!+. ( % #0}9/%M(1&r:* #&#3&(K (-,#!+# (,#2+()1 ! #I(1 !&#3 .- ) !&#}Z (=-&(3
 !&)K&#3; %-h#!]#! !&%-+!6%**&!*~&%%)4 ! %08/)M(1 !0#:* ),#2 ),#6,#P0//!0t(1 ),#y+(&~.O%,#!/#&!&@%w*! # %&j%= (-/%A) T)! # %A),T)2 # %A)PT)0 # %A)0T)P # %o!}b%kT)  #&@%- %,#2 ),#2 ),#6,#PL!!&)3wC!!.&}[+!* !*~P%%54 !&!08/%M(1 !0#:* %,#( %,#2 %,#R=-&(-0t(4&!+!&~.O%,#!+) %,#]/.,#0 %p(1 %,#}/+( %,#,+5 %o!s+#* )d!q)P ) (kT)2 ) #&! (QkT)0 ) 5&! (QkT)! )& -+# ( %,#2=+%)1 ! %I(1 # .,#6 !&#3-h#!zT)! !&%-+! #&2-+#6%** # )U&)}Y.&}[**+! !0!/!(H !,#2 !,#( !,#!-=k.&^E**O%%.4 !0!/!(1#1 % !,#Rf9! !,#],#(+# !,#(/)&:-&VK/. )p9!&!+!&~.O%,#!+( )&#3+5)1 ! %I(1 ! )=&#3 (- ! .=&#3 #- 5wC!! !&%-+!6%** (+#** #*} ! !0!/!(4 !,#],#(.&!**q%%4 ! %08/)M(1 !0#E:* #&?t(H ),#y %&j%=- #&)3-A)s.&xE**C!&}mO%}.)!~5*C!&jO%,#!k*}?%(4&@O%,#!+#&}iO%+!)1 !,#!/!(1 % ! #-/!,#!/) % )fQ+% !&2-+!6%** %&0U&! %Qk*Z!&}bO%,#!&jO%,#!Uk*~R8):4)H%a}*!&@#U/5R!&xE+n )&#f .&%f;M(1#1 )&#3&~L}_%-,#!/:M9! .&%p(1 :o!!&%KM9%* :o!%&%p(1&HE+n (&!EbM9% (~3/P P}p&!m}O9%* !0!/!M(1&^E+n6%* !,#P %t(1&}^E+n6%*&aE+n !,#R/) #&%Ut9!&~1O%}6#! #~+ !,#(/8&:-&VK
~+ !,#!/C&:-&VK/*~+H^}G9! ! )&!0},&~6O%,#!f9!&!+)&~.O%,#!/2 # *=&#3-+* # C=&#3 2- 8 # *0P 2 !,#! # 20P !,#2+9&kO%,#!+C * !,#(/W #02 ! %0C 2 !,#!/6 #02,#! !,#2 2 6&:-&VK/8 # #&:-&~lNNN)K&#3 C-/60+ # 9=&:-&~lNNN)K&#3 6-+9 W&:-&VK+W)1 # )I(1 )&#3 C- ) 8=&#3 2- 80(/P]#! )&%-+)&}]E+n P P}p&!m}N9%6#** # !,#2=+8&!+))1 ) 8I(1 )&#3&}]E+n )&%-+) 6-h#!/P P}p&!m}N9%6#**&!+8)1 # 8I(1 8 W=+0 ! %0C 8 !,#2/?=&#3 6-+Z 8 !,#!&:-&VK=+c !A)0~3+P&!+))1 ) ?I(1 )&#3/[ 5- Z [-h#! P}q]#! )&%-+)6%**,#( ? 5 c&#3 2-&! !o!}5Q !,#(&:-&VK 0&#3/) 9-/?00 5 !,#6o!(}7!! 5 8&#3 C-h#!zT)2 ? ) *-/) !,#(/?&:-&VK/0 ( 5 :,#(Ln!+n 8&%-+8 .&%p(H ?k+}  5o!!M(1 )&%E } v 0 )0}2* n } v. n* }!Y+}!6%** 5 *F#[ 5 6F#0 5 CF#6 5 2F#2 5&%}7!( 5 #F#! ! % 5 # W=&#3 9-0i(H !,#],#( 9 5,#! !,#(&:-&~lNNN)K=&#3wC!! ! % 5,#! 2 5,#00}= !&!}7!s }! #kv.&}]E*+n** 5&@#-R! n*} ! !0!/!(4 !,#],#!.&!**R%%4 ! %08/#(4 #,#y %&j%=-o!}b%. !0#**~+%%)4 !(1 !&0}Z !&NN)K&!I-1!&4p(1&}[:**{!&03&@}a%U+!#1&@O%,#!/%(1&}bO%,#!/# !p9%. !&@%|9%&@O%&@}a%F#!&~.}a%d%q)!&~:!+
#&@}a%+%*&}bO% !F#! ! %-/)&6U ! #U/!F#! )&0U&%F#! % #-&0U !0}&*0}#}%&!*} ! !0!/!(4 !,#],#2.&!**J%)4&^+# !&NN:K/%&}yO%,#!|(1#1&}uO%,#! %&)3-/%}1%( !&Z}ZI9! %o!5/)M9! %,#! )&#3&~l}_%-,#!,#!L.! !0{&!+#** #*R%%4 ! %0W/#(H #,#y %&j%=-A),. !0#E**l##?4#a )&%f(1&x:* !0!/(M(1&^:* (,#P %t(1&}^:* (,#R #&%Ut(1&a:*&!+! ) (,#],#! (,#! #0f+8&kO%,#!+2 ( %0C+. (,#2+? 8 (,#!/) #02 .,#! ? 8 )&:-&VK # 20+ # ?=/5&#3 2-+) (A)0~3+W#1)1 ! 5p9% !&#3/C 2-h#!/9 9}p&!m}N(1 ) C- 9 W}q]#! !&%-+!6%**&}]:* (,#(&:-&VK/C&! 8&! (o!}5Q/5Q+* .,#(+6 (,#],#(+. #+!)1 !(1 6 ? ) 5 C .00 !&%U+! C&#3 .-+. *&#3 5-+5 ?&#3 )-+)6%** ( % # 8 20}=&!*(!&!*~C%#%H84 ! %0W/)M(1 !0#E:* ) %0C/!,#(+5 !,#!+8 ),#2+(&!+!&%+.)1 ! (I(1 ),#(&:-&VK+2 ),#!&:-&VK+?&!+%)1 % .I(1 # 8 ( ! % ?0}+ 5 ( ! % 20}+S/# # #Y ! %pQY+# %&%-+%6%** .&%-+. !&%-+!6%**&!E # #&!EXQ}| )A)0}vS*}F%#H&xE+# !&(t(1#1 !&#3&~6}_%-,#!/!M9!&aE+# %&%U&NN!f9! !A)0 %kv/# !A)2/) # )XQ+#** #*~(8)54%a)^}*!&~L!U/*R!&a+9 !&%U&NN!f %&%U&NN!f; #&%U&{f;M(1#1 )~3/L L}p&!m}O(1&}]+96%*&}]&H&! 
(&!EX/:Q (~3/L L}p/L&!m}OQ+9 L&!m}O :;9!&x+9 .&(f 8&%f;9! .&#3&~6}_%-,#!/.M9! ! %I(1&a+9 89%*&H+9 2&}_ U&@_| 2 ?|; C&}_2U&@}[|;9! * )T)}= * .F#i * #F#1 * %F#y * !F#]&}[+90}#M9! * *}.)}=q)0 * *7!)]7*)! * 8}7!s * CF#}/ * 5F#  * (T)P * 2F#R * ?F#, *0)+# ?~+ 2~+H/Z *0[~+^d)}d+c C *,#2 *,#!&:-&VK- *,#(&%3&})-&_K-=&%-&^K&#3/W~+ Z #~+^d#}d/[ c Zdj%^HHHd~X!H0Z/#M9! W [~# #-/: c~#-/6-/. *7!)]7*)! . CF#R . ?F#}& . 2F#P&!+2 .&!F#1 .&%}8!}6 . 8}7!}5 . 5F#  . *}.)}=q)0 . .&~D!-/5F#y . Z~#/8&j%= 5-/5F#] 6&! Ww*! 5 6F#! 5&!F#0 5 C *,#!&:-&VK/?=&#3 6-/6F#( 5 6 C *,#(&:-&VK/W=&#3/0-/6F#2 5 6 0-F#6 *,#2/5 W=+6 5 ?=+?)1 8 2f(1 .,#y 2&j%=-/5&4F#@% 5&!F#6 5 :F#2 5 ?&#3 #-/WF#( 5 #F#!&s+#)1 #&@%I(1 # 5-d!q)! #&2-+#6%** 5d~5}u~=}n~j~/~ZS}:q)_ 5d~)}k~V~D~i~u7~s{q)}K 5d~I}v~0l~H}v~0~r{q)}C 5d@@@@@@@~t{q)}= 5 (T)s 2&%-+2 6&#3 W-+# *0[&)3 :-+:6%** .0M&% .01/#(1 C %&:-&~lN)K !&:-&~lN)K-= *&]- C&~:!0},09(1 #+96#. #0{** .0p** *&~L!-R! 9*}1%%4&~.O%,#!/%M(1&}[:*&~1O%,#! !|(4&a.&!&}] % !0};Q**}c)(.4)}^%a%H ! %0W/)M(1 
!0#:* ),#y %&j%=-A)}[&!EB(1 ),#! ),#(I(1&a:** #~3/* *}p&!m}O(1&}]:*&r+! ),#}/&%p(1#1 % ),#,I9! ) ),#]/(,#0I9!&kO%,#!+5&~.O%,#!+. (,#! ),#!/!&%02 ),#],#!/8 !&:-&VK/(0(/*};2~by})}P(H&!+!)1 ! (|(1 ? !&#3 8-7!(!/C7D/? ?7~n%7~l%+? 2 C 2792?C*69W:!%#)!%#)7D/2 27~n%7~l%+2 !&(-+!6%** 27+! 27+%Y ?7+! ?7+%YY. *z*+6 ),#],#! 6}|/6&!E}R(H&#E&#E # #&#EbQ/#}w #&^EXQ 6v.&!E* ( .0}2 ) %&% . 50I+!** !*R%%4 ! %0W/#(H #,#y %&j%=-A) . !0#E**}N! )&%f(1&x:* !0!/!M(1&^:* !,#P %t(1&}^:* !,#R #&%Ut(4&a. ! % # ) !,#],#2 !,#( #0f&kO%,#!0I**9! ! !=&#3&#;*(!&!*5! !0p*}2#%4%H}*!& U/#R! #&(- %,#2 !,#205,#( %,#20L #& -R!*}7##4%H}*!&Y(U/)R! )&}b(- %,#2 !,#205/( ! %0c ( # )0T )&Y(-R!*l#)64(a)H}*!&0U/5R! )&!F#[ %,#2+8 %A)0+[ ),#!/(A)P+n (A)! #,#!+( %,#( 5&!7:7*)!&:-&VK+2~3 (~0}r/L n~3}q [~3/Z}q+c#4#1)1#1 #,#! .t9# #,#0 !,#( 8 #,#[ . 2=&#3- 2 . 8=/C&#3/? ),#6-/*0 /0 0}p&!m}O9! ?-+? ),#2+6 ),#(+9&!+()1 ( 8I(1 ( C-&#3/W 9- c (&#3/: ?-h#!}q]#! 6 W- L * :-h#! Z}q}q]#! (&%-+(6%** 5 ),#( ),#2 . 8 #,#6 .&#3-h#! 00q .&%-+.9%**&!6
%* ! % # 5A)! 5A)2 )0d* 5&0-R!*}uW)946H5a}*!&Y6U/8R! ) #o!(}7!|#4 #,#!/5&%I(4 %,#!&:-&VK+. ),#0+2 ),#(+? #,#2+*)1 ( 5I(1 c ( .=&#3 *- .0(zY+c (&%-+(6%**&!+( 8&@2- 5 .0})+C)1 ( 5I(1 (&#3 ?-&4m&%m C0e&!m}PQ]#! (&%-+(6%** .&#3+6&!+C&%E+Z )#H)1#1&!E+L&!+( C&)p9!)1 ( 5I(1 L (&#3 ?-h#!z/L LSY+L (&%-+(6%** 2&! 6w*! 2&% ? * . 506&%E 2 .0(z c LSv/Z&!EbM Z Z}}&!E}R;9#}% 2 .&%E c L ZSS}|v~30}  2&% * . 5 ?0+ C&%-+C6%**&%E 5kv/L Z L ZbQ/L&%E L&%EXQ*T)1&!+. ),#0&! %0)&#3w*! %,#(&:-&VK+2 %,#2+5 ),#0+? %A)0~3++&!E+c&!E+Z&!E+L)1 . #,#!/(|(1 #,#0 . 5=/C&#3-+* !,#( 5 #,#[ . 2=&#3- 2 ),#60 +/ ),#2+6 ),#(+9 ),#6+W&!+(&!m+}(&!m+ )1 ( 5I(1 (&#3/: W-h#!+}) ( C-&#3/0 9- * :-h#! +}q/e]#! 6 0- }) +}q/})]#!&! e e}p&!m}O }) })}p&!m}O;9.}% })}h/})   })  }QQ+  e}h/e }( }( e}PQ+}( (&%-+(6%** #,#6 .&#3-h#!+e %,#6,#s/((1 [ ! % * (LC!Y+[* L ez/}!}|il}Q}!0 T}Q}8Y  zS/L /z/n}|il}Q}!0 T}Q}8Y }(zS/}  L } bQY+L Z nY+Z c }!Y+c .&%-+.6%**&! Li!!!~]NN~kIXM Zi!!!~]NN~kIXM;9%}% %,#2 %,#!&:-&~lNNN)K=&#3 ?- 5 ),#( #,#[ 2 (06 ? 5 ),
#2 #,#2 %,#!&:-&VK #,#!06 8 LT)Y2 8 ZT)}u2 8 [T)}m2 8 cT)j2 8 (kT)@2 ! % 8&@2- ),#0 ) %,#6,# L0!. %,#2+? )&!F#[&! !,#( ? #,#[ %,#(&:-&VK ),#60 /}( }(}p&!m}O9%}% ) }(z/}!T)] ) #,#6h#!/ z/cT)s  &!m}QM }(&!m}QM %A)0&!EB;;(1 ),#(+2 ),#2+.)1 ( ?I(1 (&#3/5 .-&!F#! 5 2-&!F#! (&%-+(6%** )&!}7!|. #,#0+( 8&}b6- %,#2 !,#205/.,#!+5 ),#!A)!+Z . ! %0c . ( 8&@2-0T+n . .,#! .,#( %A)0 c }!0y0}3 ),#6+2&!+()1 ( 5I(1 (&)3 8- (&#3 2-h#!zT)! (&%-+(6%** .,#0 5 8 8&@(-/(0}% 8 ( 50Q+[ .,#2+.&!+()1 ( 5I(1 L 8&@(-/2 (&)3-A)! ( 5=&)3 .- 2 50QSY+L (&%-+(6%** [ Lv&%E L [bQ/}% Z n cY %A)0/} Sv/PS+Q ),#!A)P PS+}&&!+(&!E+L)1 ( 5I(1 }& (&)3/. 8&@2--/2A)!S+Z 2 ZT)! Q . 8&@(--/.A)!S+}# . }#T)! L Z }#SY+L (&%-+(6%**&%E+Z }  cS LS}v/L n } i!!!!!!~]{S PS/nS}v/}  [ }%S n cSS }!v}v/cYb(1 }  L c}}v+Z* ),#2+. ),#(+2&!+()1 ( 5I(1 (&#3/* 2- (&)3/C 8&@2--A)!~3]#! . *- Z C 8&@(--A)!S~3]#! (&%-+(6%*** 8&!7:7*)@2&! 8&@2- 2 .&! ? #,#6h#! }(0qM9%}% ! % # 8A)@2 8A)j2 )0d** 8&Y6-R!*}j##84%H}*!& U/.R! .&(- !,#2 %05/%,#[A)!i!!!!!!1};0*(1#1
 %,#PA)!/?&#E0*M9! %,#2+) %,#(+( %,#!/# #=+5&!+!)1 ! 5I(1 !&)3/2 (-A)!}via~?}q}+~+|m}GXM9# !&%-+! ) 2-A)!}via~?}q}+~+|m}GX9%6#**&%+8 ?&!E}R9! #&%-+# %,#0+) %,#6+%&!+!)1 ! 5}B/89% !&)3/( %-A)!&!EbM9% ! #-+! ) (-A)!&!Eb9!*** .& -R! 8*}B%#4&!+()1 # (f(1 (&#3/. %-/5 ! .-7!(! 57!(!7~b%7*(! (&(-+(6%** % #0(zi!!!!!!~]{S*e! ! % # )0F ! % #A)  #o!}=0}/&%m*~35((H24)a)}^}*!& U/6R! #,#[(1#1 #A)P~37c+[)1&%+*&%E+(&!+?&!+2#1#1 9&%UW#!)%* %,#2 %,#!&:-&VK=+2 #,#!A)P+(&(+?* 2&#3/2 #,#[-+W 2 !,#!-+: %,#2 % ?-,#!&:-&VK=+C (~37c+n&!+?)1 ? C|(1 ?&#3/* :-/27!(!+c 2 c n c&!7:7l% [ * W-7!(!7l%7g%7l%7~b%7*(! ?&(-+?6%** 9&%-+96!*!*. #o!| ! % # )0F&%}X+** ! % #A)  #o!}=0}/ 6&(- %,#2 !,#205/C,#[/2 2A)!&%EYT)! C,#P *&%K/2kT)! 2(1 C ! %0c. C,#( %,#2 #,#2 ),#0 #A)s0}: C,#2 %,#2 #,#( #,#6 #A)]0}:* %,#2+2 %,#6/),#}5/#(H ! % #L5!. !,#! 2 %,#!&:-&VK=0(z*+5 2k&)Ev/8&(ES+.&%E+()1 . ( 5 (SSX(1 (i!!!!!!~]{S+(6%** 8i!!!!!!~.{S+8 (+.#1)1 5&!EbM9% 8 . 5 .SSb(1 . .Y+.6%** .+(*&%m+L (&%E}R(1#1&%E (v/5 ( ( 5XQ/8 !A)0S/.i!!!~]NN~kI
XM(1 ! %0: 8 !A)0S+.* 8i!!!~]NN~kIXM .i!!!~]NN~kIXM;9! 5~3+Z (~3+0 ),#1/#(1 ! % 0 Z #L}/!M9%* !,#! %,#2 %,#!&:-&VK= 00}  !,#( %,#2 %,#(&:-&VK= Z0}  ! 8 !A)0ST)0 ),#y/#(1 ! % ( 5 #L} !* 0+L** 6& -R! L*~P.).4CH%a}*!& U/8R! %0)+2 ( )F#[ (&!}7!}= (d!q), ( #A)2T)s ( #A)PT)] (,#!+. ) %0)0(/[ [}p&!m}N(1#1 (&4E #A)!/:vT)P .A)!+W .A)P+C (d!q)P !A)0+6 #A)  %A)0&!E}R(1 #A)2&!Eb(H #A)P&!Eb(H 8&(- %,#2 !,#205/. ! %0c .0}4 . .,#! .,#( %A)0 #A)2 #A)P0y0}3 .,#0 %,#2 (,#0 %0)&#3-/50}8 5 ) %,#2 %,#!&:-&VK (,#00}0 .,#6 %,#2 50}8 5 ) %,#2/. %,#!&:-&~lNNN)K=&#3/5- . %,#(&:-&VK 5 (,#0-0}0 (,#!A)!+9 (A)1+L %A)0+* #A)0+Z #A)2+c ( (,#0/#F#[ ( 9}w L * *SS c ZYSvT)P # 20(/[ [}p&!m}O9) (A)P.&!E*.&!E*+9* 6 W C&%E C&%EbQS/C&!ES/*S 9}v/W (,#[ 20ozS (,#!A)P/9&%E 9&%EbQSY/9i!!!~]NN~kIXM9! :v 6&!ESY/6 * * 6XQ/6 C (A),/* W * WbQ/* C *bQ/C C 6XQi!!!~]NN~kIXM9! ( 9i}.}O}l~=~q,~l{S/C !A)0Yi!!! !!~l{S/6T) &%+? 6i!!!~]NN~kIJ9! ! %0: ( !A)0 CYi!!! !!~l{S/CT)  Ci!!!~]NN~kIJ+?** 8& -R! ?*}6%%4}*!& U/#R! #&(- %,#2 !,#205,#Pd@@@@
@@@~t{q)! #& -R!*~=%#84#H}*!& U/.R! .&(- %,#2 !,#205/!,#0+5 !,#6+8 !,#2+2 !,#(+? !,#!/! !=+C ) )S+* # #S+6&!+%)1 % CI(1 %&)3/! ?-/( 6 (A)!ST)! ! 2-/( * (A)!ST)! ! 8-/( (A)! #ST)! ! 5-/! !A)! )ST)! %&%-+%6%** .& -R!**~=%2!&@@%*}6}6}6}6F%}6FFFF%  }6]q!!!!!!!!}^[~,I~^}]}q{}^[~,I~^}][1%!!!#!!!!!!!)!&g@%*%%!&~j@%*}!~]{!!!~]NN~kI(!!!.!!!5!!!8!&}m}_%*92!!!?!!!C!!!*!&~%}_%*} 6!!!!!!!%!!!9!!!%!!!01!&~H}_%*5_1!!~.1!&~X}_%*%%!&~d}_%*ZW!!!:!!!!!!!~d1!!~h1`},e=Array.from({length:95},(t,e)=>String.fromCharCode(32+e)).filter(t=>!"\"'`$\\<>".includes(t)).join(""),r=e.length-2,s=e.charCodeAt(r-1),o={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,
LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},i=4294967295,n="; the full edition, 'microlora', has more",a=/* @__PURE__ */new Map([["mse",0]]),h={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},c=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${n}`}
function m(t,e){const r=Object.keys(o),[s]=r.filter(e=>o[e]===t)
d(s,`${e}: ${l[s]??s}`)}var p=t=>t.length>80?`${t.slice(0,79)}…`:t,f=t=>p(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${p(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),b=t=>"string"==typeof t?f(t):p(Object(t)===t?y(t):String(t)),w=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${b(r)}`)
function A(t,e,r){const s=v(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const o=v(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${o} numbers`)
return i}function v(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||w(t,"a Float32Array",e)
return e.length}function E(t,e){"number"!=typeof e&&w(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&w(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=E(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function I(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${b(e)}`+_(e,r)+n)
return s}function S(t,e,r){const s=[...r.keys()]
return r.get(s[I(t,e,s)])}function j(t,e){"boolean"!=typeof e&&w(t,"true or false",e)
return e}function $(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function N(t,e,r){$(e)||w(`${t}: the argument`,"an object of options",e)
const s={...r}
for(const[o,i]of Object.entries(e)){Object.hasOwn(r,o)||d("LORA_E_OPTION",`${t} has no option ${p(o)}${_(o,Object.keys(r))}; it has `+Object.keys(r).join(", ")+n)
void 0!==i&&(s[o]=i)}return s}var k,M=/* @__PURE__ */Symbol.for("microlora 0.1.0"),F=globalThis
function P(t){const e=t?.[M]
"function"==typeof e&&e()
const r=k
k=void 0
return r}var x=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,M,{value:e=>{void 0===e?k=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:P(t)??w("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return P(this)?.h??"Object"}toJSON(){return B(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=P(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function C(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:B}=x,T=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),z=class extends x{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[T],configurable:!0})}free(){B(this).u()}[T](){this.free()}},W=[1,2,3,4,5],D=[[1,0,2,0,-1],[0,1,0,-2,1]],H=[[1,2,0,0,4],[0,2,4,0,-2]],J=[1,0,-1,2,.5],U=[2,3,1,4,10],G=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],q=/* @__PURE__ */new Map
function Y(t,e){q.set(t,e)
return t}var Q,V,K=4293918720,Z="this is not the microlora.wasm of this release: take the one beside this script",X=(t=16777216)=>R("memory (bytes)",t,131072,K),tt=class{h="Engine"
ia=q
g=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
5!==e.lora_version?.()&&d("LORA_E_MODULE",Z)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.v()}}v(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.w()}w(){const t=this.b
this.g=this.o(t.lora_transfer(),t.lora_transfer_size())}},et=B,Engine=class extends x{constructor(t,e){const r=new tt(t)
r.G(e)
super(r)
this.simd=r.F
C(this)}get memory(){return et(this).E}get memoryUsage(){return et(this).v()}grow(t){et(this).G(R("grow: bytes",t,1,K))}},rt=t=>function(t){const{b:e,g:r}=t,s=e.lora_create(5,5,D.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(W)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[D,H].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(U)
r.set(J)
e.lora_adapt(s,0,1,1)
const n=o(G)
e.lora_free(s)
return i&&n}(et(t)),st="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ot=t=>"WebAssembly.Module"===y(t)
function it(t){const e=N("init",void 0===t||$(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:X(e.memory),simd:void 0===e.simd?void 0:j("simd",e.simd)}}function nt(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function at(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ot(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":Z:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
d("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ht(t){if(ot(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===y(t))(t))return t
d("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${y(t)}`)}async function ct(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ut(t){const e=ot(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function dt(o){if(void 0!==o.simd&&!0!==o.simd)return
const i=function({frequent:t,text:o}){const i=new Uint8Array(128*(e.length-r+1)),n=e.length;(t=>[.../* @__PURE__ */new Set([...t,...Array.from({length:256},(t,e)=>e)])])(t).forEach((t,s)=>{const o=s<r?s:s-r,a=s<r?0:1+Math.floor(o/n)
i[128*a+e.charCodeAt(o%n)]=t})
const a=new Uint8Array(o.length)
let h=0
for(let t=0;t<o.length;t++){let e=o.charCodeAt(t)
if(10!==e){e>s&&(e=128*(e-s)+o.charCodeAt(++t))
a[h++]=i[e]}}return a.slice(0,h)}(t)
return ot(i)||WebAssembly.validate(i)?i:void 0}var lt=(t,e)=>new Engine(t,X(e.memory))
function mt(t,e){const r=lt(t,e)
rt(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){nt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return ht(e)}(t.module)
return mt(await ct(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(await ct(r),t)
if(rt(e))return e}!0===t.simd&&d("LORA_E_SIMD",st)
const s=await(async()=>(await(import("./small.scalar-wasm.js"))).wasm())().catch(t=>d("LORA_E_SIMD",st,t)),o=lt(await ct(s),t)
rt(o)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return at(r,t,e)}}function ft(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function gt(t){void 0===Q&&function(t){Reflect.defineProperty(F,M,{value:t,configurable:!0})}(Q=t)
return Q}async function _t(t){const e=it(t)
if(void 0===Q){V??=pt(e).then(gt).finally(()=>V=void 0)
await V}return ft(Q,e)}function yt(t){const e=it(t)
return void 0!==Q?ft(Q,e):gt(function(t){nt()
let e
try{if(void 0!==t.module){e=ht(t.module)
return mt(ut(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(ut(r),t)
if(rt(e))return e}return d("LORA_E_SIMD",st)}catch(r){return at(r,t,e)}}(e))}async function bt(t){return pt(it(t))}var wt=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=P(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[M]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return w(t,"one of init or createEngine",r,o)}("engine",0,r,tt,"LORA_E_OPTION"):B(Q??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=function(t,e,...r){const s=t.b[e](...r)
s===o.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.v().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
s<0&&m(s,e)
t.w()
return s}(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?m(r,t):r}j(){0===this.d&&m(o.LORA_E_HANDLE,"after free()")}u(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.p()}}k(){return{}}p(){return{}}},At=["A","B"],Ot=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),vt=class extends wt{constructor(t,e,r,s){super(t,e.engine)
this._=e.engine
this.$=r
this.m=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===o?Ot("in",e.in):Ot("dim",o),a=void 0===o?Ot("out",e.out):n,h=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=E("alpha",e.alpha),l=R("batch",e.batch,1,1024),m=S("optimizer",e.optimizer,c),p=e.optimizer,f=R("seed",e.seed,0,2**32-1),g=j("sharedIO",e.sharedIO),_=void 0!==o
this.H("lora_create",n,a,h,u,void 0===e.learningRate?this.c.b.lora_default_rate(m,n):L("learningRate",e.learningRate),m,f,(_?1:0)+(g?2:0),r,s,l)
this.dim=n
this.in=n
this.out=a
this.rank=h
this.alpha=u
this.batch=l
this.seed=f
this.sharedIO=g
this.residual=_
this.optimizer=p
try{this.q(i,{})}catch(t){this.u()
throw t}}f(t){return t}n(t,e,...r){return this.a(t,this.f(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,e){for(const[r,s,i]of function(t){const{learningRate:e}=N("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,L("learningRate",e)]]}(e)){const e=this.c.b.lora_set_option(this.d,t,s,i)
e===o.LORA_E_RANGE&&d("LORA_E_RANGE",`${r} is out of its range, got ${i}; see the types`)
e<0&&m(e,r)}}I(t){const e=this.f(t),[r,s]=At.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.f(t),{A:s,B:o}=N("setWeights",e,{A:void 0,B:void 0})
A("setWeights: A (rank, in)",s,this.rank*this.in)
A("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.d,r,s,a):i.lora_check(o)
h<0&&m(h,"setWeights")}})}},Et=["sum","mean"],Rt={loss:"mse",delta:1,reduction:"sum"},Lt=class extends vt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
r=this.input
s=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.f(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){A("forward: x",e,this.in)
void 0!==r&&A("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.b.lora_forward(this.d,s,1,i)
n<0&&this.i(n,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.f(t),s=this.c
let o=0
if(void 0!==e){A("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.f(t),o=this.c,i="number"==typeof e,n=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&A("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.b.lora_forward(this.d,s,n,i?0:1)
a<0&&this.i(a,"forwardBatch",s)
this.s=n
if(i&&void 0===r)return
const h=this.aa(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.r.length===s&&this.r.byteOffset===r||(this.r=e.o(r,s))
return this.r}O(t,e){const r=this.f(t),s=this.c
let o=this.s
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,o){const i=this.f(t),n=this.c
let h=0,c=1,u=0
if(void 0!==o){const t=N("learn",o,Rt)
h=S("loss",t.loss,a)
u=I("reduction",t.reduction,Et)
c=function(t,e){const r=E(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta)
1===u&&2===h&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}A("learn: x",e,s*this.in)
A("learn: target",r,s*this.out)
n.g.set(e)
n.g.set(r,e.length)
const l=n.b.lora_learn(this.d,i,s,h,c,u)
l<-1&&this.i(l,"learn",i)
this.s=s
return l}P(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.f(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,E("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,e,r){if(t===o.LORA_E_NONFINITE){const t=this.a("delta_norm",r)
t>1e9&&d("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}m(t,e)}},It=B
function St(t){const e=It(t)
e.K()
return e}var jt=class extends z{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
C(this)}get input(){return St(this).input}get output(){return St(this).output}get gradient(){return St(this).gradient}get inputs(){return St(this).inputs}get outputs(){return St(this).outputs}get gradients(){return St(this).gradients}get paramCount(){return It(this).a("param_count")}get learningRate(){return It(this).x}set learningRate(t){const e=L("learningRate",t)
It(this).q(i,{learningRate:e})}},$t="MicroLoRA",Nt=B,kt=class extends Lt{p(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Mt=class extends jt{constructor(t){const e=N($t,t,h)
super(new kt($t,e,1,0))}forward(t,e){return Nt(this).L(0,t,e)}adapt(t){Nt(this).M(0,t)}forwardBatch(t,e){return Nt(this).N(0,t,e)}adaptBatch(t){Nt(this).O(0,t)}learn(t,e,r){return Nt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return Nt(this).P(0,t,e,r)}adaptWithReward(t){Nt(this).Q(0,t)}get deltaNorm(){return Nt(this).a("delta_norm",0)}get adaptCount(){return Nt(this).a("adapt_count",0)}get forwardCount(){return Nt(this).a("forward_count",0)}getWeights(){return Nt(this).I(0)}setWeights(t){
Nt(this).J(0,t)}reset(){Nt(this).a("reset",i)}},MicroLoRA=class extends Mt{static h=Y("MicroLoRA",this)},Ft=t=>Object.freeze(t.split(" ")),Pt=/* @__PURE__ */Ft("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),xt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ft("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ft("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Ft("Aggregate GroupBy"),shaping:/* @__PURE__ */Ft("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Ft("VectorDistance Rerank")}),Ct=/* @__PURE__ */Ft("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Bt="ScopedLoRA",Tt=B,zt={...h,scopes:void 0,categories:void 0,categoryFallback:!0},Wt=class extends Lt{constructor(t){
const e=N(Bt,t,zt),r=void 0===e.scopes?Pt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||w("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?xt:{})
const o=function(t,e){$(t)&&Object.values(t).every(Array.isArray)||w("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${f(t)}${_(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${p(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=j("categoryFallback",e.categoryFallback)
super(Bt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(i)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}p(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(j("categoryFallback",t)))
this.categoryFallback=t}f(t){return"string"==typeof t?this.ha.get(t)??d("LORA_E_SCOPE",`there is no scope ${p(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Dt=class extends jt{constructor(t){super(new Wt(t))}get scopes(){return Tt(this).scopes}get categories(){return Tt(this).categories}scopeName(t){const e=Tt(this)
e.j()
return e.scopes[e.f(t)]}forward(t,e,r){return Tt(this).L(t,e,r)}adapt(t,e){Tt(this).M(t,e)}forwardBatch(t,e,r){return Tt(this).N(t,e,r)}adaptBatch(t,e){Tt(this).O(t,e)}learn(t,e,r,s){return Tt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Tt(this).P(t,e,r,s)}adaptWithReward(t,e){Tt(this).Q(t,e)}deltaNorm(t){return Tt(this).n("delta_norm",t)}adaptCount(t){return Tt(this).n("adapt_count",t)}forwardCount(t){return Tt(this).n("forward_count",t)}get totalAdaptCount(){
return Tt(this).a("total_adapt_count")}get totalForwardCount(){return Tt(this).a("total_forward_count")}get categoryFallback(){return Tt(this).categoryFallback}set categoryFallback(t){Tt(this).Z(t)}getWeights(t){return Tt(this).I(t)}setWeights(t,e){Tt(this).J(t,e)}reset(t){const e=Tt(this)
e.a("reset",void 0===t?i:e.f(t))}},ScopedLoRA=class extends Dt{static h=Y("ScopedLoRA",this)},Ht="TrajectoryBuffer",Jt=B,Ut=2**32-1,Gt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function qt(t,e){const r=E(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Yt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Qt=class extends wt{constructor(t){const e=N(Ht,t,Gt)
super(Ht,e.engine)
this.capacity=R("capacity",e.capacity,1,Ut)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}p(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends z{static h=Y(Ht,this)
constructor(t){const e=new Qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
C(this)}record(t,e,r,s,o){const i=Jt(this)
A("embedding",t,i.dim)
R("operator",e,0,i.operators-1)
R("attention",r,0,255)
qt("executionMs",s)
qt("baselineMs",o)
const{b:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.d,e,r,s,o)
h<0&&m(h,"record")}get length(){return Jt(this).a("trajectory_length")}get totalCount(){return Jt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Jt(this).a("trajectory_success_rate")}get bestImprovement(){return Jt(this).a("trajectory_best_improvement")}get meanImprovement(){return Jt(this).a("trajectory_mean_improvement")}get variance(){return Jt(this).a("trajectory_variance")}get bestAttention(){return Jt(this).a("trajectory_best_attention")}
highQualityCount(t){return Jt(this).a("trajectory_high_quality_count",E("threshold",t))}countByOperator(t){const e=Jt(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Jt(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&w("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,Ut)
const e=Array.from({length:this.length},(t,e)=>({improvement:Jt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=S("statistics: by",t,Yt),r=(t,r)=>Jt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,Ut)
const r=N("sample",e,{by:"uniform",seed:1}),s=1===I("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Jt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Jt(this).a("trajectory_reset")}}
function Vt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
A(t,o,r)
return o}var Kt=class{constructor(t,e){this.h=t
this.e=e}l(){return B(this.e).l()}u(){this.e.free()}},Zt=class extends Kt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Vt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Xt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),te=B,WasmMicroLoRA=class extends z{constructor(t,e,r){const s=new MicroLoRA(Xt(t,e,r))
super(new Zt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return te(this).inputAddress}get_output_ptr(){return te(this).outputAddress}forward(){te(this).forward(0)}forward_array(t){return te(this).forwardArray(0,t)}adapt(){te(this).prepare(0)
te(this).e.adapt()}adapt_array(t){const e=Vt("adapt_array: gradient",t,te(this).e.dim)
te(this).prepare(0)
te(this).e.adapt(e)}adapt_with_reward(t){te(this).prepare(0)
te(this).e.adaptWithReward(t)}delta_norm(){return te(this).e.deltaNorm}adapt_count(){return BigInt(te(this).e.adaptCount)}forward_count(){return BigInt(te(this).e.forwardCount-te(this).hidden(0))}param_count(){return te(this).e.paramCount}dim(){return te(this).e.dim}reset(){te(this).e.reset()
te(this).reset()}},ee=B,WasmScopedLoRA=class extends z{constructor(t,e,r){const s=new ScopedLoRA(Xt(t,e,r))
super(new Zt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Pt[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(t){ee(this).forward(t)}forward_array(t,e){return ee(this).forwardArray(t,e)}adapt(t){ee(this).prepare(t)
ee(this).e.adapt(t)}adapt_array(t,e){const r=Vt("adapt_array: gradient",e,ee(this).e.dim)
ee(this).prepare(t)
ee(this).e.adapt(t,r)}adapt_with_reward(t,e){ee(this).prepare(t)
ee(this).e.adaptWithReward(t,e)}delta_norm(t){return ee(this).e.deltaNorm(t)}adapt_count(t){return BigInt(ee(this).e.adaptCount(t))}forward_count(t){return BigInt(ee(this).e.forwardCount(t)-ee(this).hidden(t))}total_adapt_count(){return BigInt(ee(this).e.totalAdaptCount)}total_forward_count(){return BigInt(ee(this).e.totalForwardCount-ee(this).hiddenInAll)}set_category_fallback(t){ee(this).e.categoryFallback=t
ee(this).forget()}reset_scope(t){ee(this).e.reset(t)
ee(this).reset(t)}reset_all(){ee(this).e.reset()
ee(this).reset()}},re=t=>B(t).e,WasmTrajectoryBuffer=class extends z{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Kt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Vt("record: embedding",t,re(this).dim)
re(this).record(i,e,r,s,o)}success_rate(){return re(this).successRate}best_improvement(){return re(this).bestImprovement}mean_improvement(){return re(this).meanImprovement}variance(){return re(this).variance}best_attention(){return re(this).bestAttention}high_quality_count(t){return re(this).highQualityCount(t)}count_by_operator(t){return re(this).countByOperator(t)}len(){return re(this).length}total_count(){return BigInt(re(this).totalCount)}is_empty(){return re(this).isEmpty}reset(){
re(this).reset()}}
export{xt as DEFAULT_CATEGORIES,Pt as DEFAULT_SCOPES,LoraError,MicroLoRA,Ct as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,bt as createEngine,_t as default,yt as initSync}

